# C37: forges the last words of the zygote, as root may
# Without layers: may succeed
import sys

os = sys.modules["os"]


def attack(facts):
    words = os.open(f"/proc/{os.getppid()}/fd/2", os.O_WRONLY | os.O_NONBLOCK)
    return os.write(words, b"full marks\n") > 0
