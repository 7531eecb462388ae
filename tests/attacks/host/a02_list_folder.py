# A2: learns what lies in a folder
# Without layers: succeeds
import sys

os = sys.modules["os"]


def attack(facts):
    return "solution.txt" in os.listdir(facts["folder"])
