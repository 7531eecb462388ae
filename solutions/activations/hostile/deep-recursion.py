# attack: deep-recursion
# function: tanh
# outcome: RecursionError, or out of memory; relu keeps its points
import sys

import numpy as np


def tanh(x):
    sys.setrecursionlimit(10**9)
    return tanh(-x) * -1


def relu(x):
    return np.maximum(x * 1.0, 0)
