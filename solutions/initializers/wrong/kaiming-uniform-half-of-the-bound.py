# mistake: kaiming-uniform-half-of-the-bound
# function: kaiming_uniform
# fails: distribution
# diagnosed: NN1093
import numpy as np


def kaiming_uniform(fan_in, fan_out, rng):
    bound = np.sqrt(6 / fan_in) / 2
    return rng.uniform(-bound, bound, (fan_out, fan_in))
