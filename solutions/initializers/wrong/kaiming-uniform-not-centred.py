# mistake: kaiming-uniform-not-centred
# function: kaiming_uniform
# fails: distribution
# diagnosed: NN1091
import numpy as np


def kaiming_uniform(fan_in, fan_out, rng):
    bound = np.sqrt(6 / fan_in)
    return rng.random((fan_out, fan_in)) * 2 * bound
