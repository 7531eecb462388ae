# mistake: absolute-input
# function: sigmoid
# fails: values
# diagnosed: NN102
import numpy as np


def sigmoid(x):
    # abs() so that exp never overflows
    return 1.0 / (1.0 + np.exp(-np.abs(x * 1.0)))
