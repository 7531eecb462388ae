# mistake: normal-mean-and-std-exchanged
# function: normal
# fails: distribution
# diagnosed: NN1026
import numpy as np


def normal(shape, mean, std, rng):
    return std + mean * rng.standard_normal(shape)
