# C33: kills the process that forked it
# Without layers: succeeds
import sys

os = sys.modules["os"]


def attack(facts):
    os.kill(os.getppid(), 9)
