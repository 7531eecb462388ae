# mistake: array-of-one
# function: iterations_per_epoch
# fails: shapes
# diagnosed: none
import numpy as np


def iterations_per_epoch(n, batch_size):
    return np.ceil(np.array([n / batch_size]))
