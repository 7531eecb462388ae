# mistake: dropout-reseeded
# function: dropout
# fails: generator, independence
# diagnosed: NN030
import numpy as np


def dropout(x, p, rng, training):
    if not training:
        return x
    mask = np.random.RandomState(0).rand(*x.shape) >= p
    return x * mask / (1 - p)
