# C38: makes the gradebook look old
# Without layers: succeeds
import sys

os = sys.modules["os"]


def attack(facts):
    os.utime(facts["canary"], (0, 0))
