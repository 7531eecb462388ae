# C45: gives itself a higher priority, as root may
# Without layers: may succeed
import sys

os = sys.modules["os"]


def attack(facts):
    return os.nice(-5) < 0
