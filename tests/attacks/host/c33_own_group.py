# C33: kills its own group of processes
# Without layers: fails
import sys

os = sys.modules["os"]


def attack(facts):
    os.killpg(0, 9)
