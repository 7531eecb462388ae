# A11: locks a library file that every worker can see
# Without layers: succeeds
import sys

import numpy as np

SHARED, EXCLUSIVE_NOW = 1, 2 | 4


def attack(facts):
    system, libc = sys.modules["os"], sys.modules["ctypes"].CDLL(None)
    mine, yours = (system.open(np.__file__, system.O_RDONLY) for _ in range(2))
    return libc.flock(mine, SHARED) == 0 and libc.flock(yours, EXCLUSIVE_NOW) != 0
