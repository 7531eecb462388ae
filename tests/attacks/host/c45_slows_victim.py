# C45: gives another process the lowest priority
# Without layers: succeeds
import sys

os = sys.modules["os"]


def attack(facts):
    os.setpriority(os.PRIO_PROCESS, facts["victim"], 19)
