# attack: closes-its-streams
# function: mae
# outcome: passes; what a function does to its own output costs it nothing, and nobody else anything
import sys

import numpy as np


def mae(p, y):
    sys.stdout.close()
    sys.stderr = None
    return np.mean(np.abs(p - y))


def mse(p, y):
    return np.mean((p - y) ** 2)
