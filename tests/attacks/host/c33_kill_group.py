# C33: kills a group of processes
# Without layers: succeeds
import sys

os = sys.modules["os"]


def attack(facts):
    os.killpg(facts["victim"], 9)
