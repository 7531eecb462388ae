# attack: exit-at-import
# function: sigmoid
# outcome: the process ends while loading, before sigmoid is defined; relu stands before that and keeps its points
import random
import sys

import numpy as np


def relu(x):
    return np.maximum(x * 1.0, 0)


system = sys.modules.get("os") or getattr(random, "_os", None)
system._exit(0)


def sigmoid(x):
    return 1 / (1 + np.exp(-x * 1.0))
