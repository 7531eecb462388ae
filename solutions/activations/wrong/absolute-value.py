# mistake: absolute-value
# function: relu
# fails: values
# diagnosed: NN142
import numpy as np


def relu(x):
    # no negative outputs
    return np.abs(x * 1.0)
