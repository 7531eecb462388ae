# mistake: value-shared-out
# function: constant
# fails: values
# diagnosed: NN1007
import numpy as np


def constant(shape, value):
    weights = np.full(shape, value)
    return weights / max(weights.size, 1)
