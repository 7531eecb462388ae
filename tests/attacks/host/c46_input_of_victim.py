# C46: types into another process's standard input
# Without layers: may succeed
import sys

os = sys.modules["os"]


def attack(facts):
    typed = os.open(f"/proc/{facts['victim']}/fd/0", os.O_WRONLY | os.O_NONBLOCK)
    return os.write(typed, b"yes\n") == 4
