# mistake: changes-its-input
# function: relu
# fails: unchanged_inputs
# diagnosed: none
import numpy as np


def relu(x):
    x = np.asarray(x)
    x[x < 0] = 0
    return x * 1.0
