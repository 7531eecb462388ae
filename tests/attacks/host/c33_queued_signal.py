# C33: kills by a signal that carries a value
# Without layers: succeeds
import sys


def attack(facts):
    return sys.modules["ctypes"].CDLL(None).sigqueue(facts["victim"], 9, None) == 0
