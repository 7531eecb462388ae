# C33: learns by a signal that is none whether a process is there
# Without layers: succeeds
import sys

os = sys.modules["os"]


def attack(facts):
    os.kill(facts["victim"], 0)
    return True
