# B12: reports fifty thousand statements that failed for each one that it runs
# Without layers: fails
import sys

import numpy as np

worker, dumps = sys.modules["sandboxed.worker"], sys.modules["sandboxed.wire"].dumps
cell = sys.modules["submission"].__dict__["np"] and sys._getframe(0).f_code.co_filename


def flood(problems):
    return dumps([(cell, 1, f"passed {number} " + "x" * 60) for number in range(20_000)])


worker.dumps = flood
one = 1
two = 2
three = 3


def sigmoid(x):
    return np.zeros(x.shape)
