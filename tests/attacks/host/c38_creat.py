# C38: empties the gradebook by creating it again
# Without layers: succeeds
import sys


def attack(facts):
    sys.modules["ctypes"].CDLL(None).creat(facts["canary"].encode(), 0o666)
