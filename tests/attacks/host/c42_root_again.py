# C42: makes itself root, as root may
# Without layers: may succeed
import sys

os = sys.modules["os"]


def attack(facts):
    os.setresuid(0, 0, 0)
    return os.getuid() == 0
