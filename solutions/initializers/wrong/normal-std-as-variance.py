# mistake: normal-std-as-variance
# function: normal
# fails: distribution
# diagnosed: NN1021
import numpy as np


def normal(shape, mean, std, rng):
    return mean + np.sqrt(std) * rng.standard_normal(shape)
