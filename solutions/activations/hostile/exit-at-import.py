# attack: exit-at-import
# function: all
# outcome: the process ends while loading, so no function earns a point
import random
import sys

import numpy as np


def relu(x):
    return np.maximum(x * 1.0, 0)


system = sys.modules.get("os") or getattr(random, "_os", None)
system._exit(0)
