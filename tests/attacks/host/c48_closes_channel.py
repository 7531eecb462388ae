# C48: closes everything that it has open
# Without layers: fails
import sys

os = sys.modules["os"]


def attack(facts):
    os.closerange(0, 64)
