# D55: recurses without end, with Python's limit lifted
# Without layers: fails
import sys


def attack(facts):
    sys.setrecursionlimit(2**31 - 1)
    return attack(facts)
