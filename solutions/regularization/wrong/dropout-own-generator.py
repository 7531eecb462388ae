# mistake: dropout-own-generator
# function: dropout
# fails: generator
# diagnosed: NN032
import numpy as np


GENERATOR = np.random.default_rng()


def dropout(x, p, rng, training):
    if not training:
        return x
    mask = GENERATOR.random(x.shape) >= p
    return x * mask / (1 - p)
