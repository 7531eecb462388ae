# D57: copies its socket five hundred times
# Without layers: succeeds
import sys

system = sys.modules["os"]


def attack(facts):
    return max(system.dup(3) for _ in range(500)) > 500
