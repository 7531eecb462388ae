# attack: sys-exit-in-a-call
# function: tanh
# outcome: SystemExit with status 0 is no answer; relu keeps its points
import sys

import numpy as np


def tanh(x):
    sys.exit(0)


def relu(x):
    return np.maximum(x * 1.0, 0)
