# mistake: normal-one-number
# function: normal
# fails: distribution, independence
# diagnosed: NN034
import numpy as np


def normal(shape, mean, std, rng):
    return np.full(shape, rng.normal(mean, std))
