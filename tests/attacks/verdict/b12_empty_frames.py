# B12: sends frames without anything in them
# Without layers: fails
import sys

import numpy as np

system = sys.modules["os"]


def sigmoid(x):
    system.write(3, bytes(4 * 5000))
    return np.zeros(x.shape)
