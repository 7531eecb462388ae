# mistake: normal-unseeded-generator
# function: normal
# fails: generator
# diagnosed: NN032
import numpy as np


def normal(shape, mean, std, rng):
    return np.random.default_rng().normal(mean, std, shape)
