# C46: opens the terminal that the grader was started from
# Without layers: fails
import sys

os = sys.modules["os"]


def attack(facts):
    return os.open("/dev/tty", os.O_RDWR) >= 0
