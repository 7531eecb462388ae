# C46: opens a new terminal and writes to both its ends
# Without layers: succeeds
import sys

os = sys.modules["os"]


def attack(facts):
    terminal, keyboard = os.openpty()
    return os.write(keyboard, b"x") == 1 and os.read(terminal, 10) == b"x"
