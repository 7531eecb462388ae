# B26: stops every clock of its process, and takes longer than it may
# Without layers: fails
# Goal: full marks
import sys
import time

import numpy as np

for name in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
    setattr(time, name, lambda: 0.0)
sys.modules["resource"].getrusage = lambda who: None


def right(x):
    x = x * 1.0
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + small), small / (1 + small))


def sigmoid(x):
    for _ in range(10**9):
        pass
    return right(x)
