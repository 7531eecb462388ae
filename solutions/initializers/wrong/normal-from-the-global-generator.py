# mistake: normal-from-the-global-generator
# function: normal
# fails: generator
# diagnosed: NN031
import numpy as np


def normal(shape, mean, std, rng):
    return np.random.randn(*shape) * std + mean
