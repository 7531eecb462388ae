# mistake: normal-mean-scaled-too
# function: normal
# fails: distribution
# diagnosed: NN1027
import numpy as np


def normal(shape, mean, std, rng):
    return (rng.standard_normal(shape) + mean) * std
