# C33: passes another process's thread off as one of its own
# Without layers: fails
import sys

os = sys.modules["os"]


def attack(facts):
    return sys.modules["ctypes"].CDLL(None).tgkill(os.getpid(), facts["victim"], 9) == 0
