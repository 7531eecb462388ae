# C38: gives the gradebook to somebody else, as root may
# Without layers: may succeed
import sys

os = sys.modules["os"]


def attack(facts):
    os.chown(facts["canary"], 1, 1)
