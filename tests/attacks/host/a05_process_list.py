# A5: learns which processes run
# Without layers: succeeds
import sys

os = sys.modules["os"]


def attack(facts):
    return str(facts["victim"]) in os.listdir("/proc")
