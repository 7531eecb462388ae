# C33: kills a thread of another process
# Without layers: succeeds
import sys


def attack(facts):
    victim = facts["victim"]
    return sys.modules["ctypes"].CDLL(None).tgkill(victim, victim, 9) == 0
