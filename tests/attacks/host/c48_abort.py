# C48: aborts itself
# Without layers: fails
import sys


def attack(facts):
    sys.modules["ctypes"].CDLL(None).abort()
