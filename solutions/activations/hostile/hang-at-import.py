# attack: hang-at-import
# function: all
# outcome: times out while loading, so no function earns a point
import numpy as np


def relu(x):
    return np.maximum(x * 1.0, 0)


while True:
    pass
