# C45: keeps another process from all processors but one
# Without layers: succeeds
import sys

os = sys.modules["os"]


def attack(facts):
    os.sched_setaffinity(facts["victim"], {0})
