# mistake: kaiming-uniform-shift-precedence
# function: kaiming_uniform
# fails: distribution
# diagnosed: NN1092
import numpy as np


def kaiming_uniform(fan_in, fan_out, rng):
    bound = np.sqrt(6 / fan_in)
    return rng.random((fan_out, fan_in)) - 0.5 * 2 * bound
