# mistake: normal-one-column
# function: normal
# fails: independence
# diagnosed: NN036
import numpy as np


def normal(shape, mean, std, rng):
    first = np.asarray(rng.normal(mean, std, (*shape[:-1], 1) if shape else ()))
    return np.broadcast_to(first, shape).copy()
