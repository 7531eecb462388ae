# C33: joins another process's group, to be signalled with it
# Without layers: fails
import sys

os = sys.modules["os"]


def attack(facts):
    os.setpgid(0, os.getpgid(facts["victim"]))
    return True
