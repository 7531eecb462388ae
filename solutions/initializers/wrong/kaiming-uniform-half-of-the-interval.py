# mistake: kaiming-uniform-half-of-the-interval
# function: kaiming_uniform
# fails: distribution
# diagnosed: NN1090
import numpy as np


def kaiming_uniform(fan_in, fan_out, rng):
    bound = np.sqrt(6 / fan_in)
    return rng.uniform(0, bound, (fan_out, fan_in))
