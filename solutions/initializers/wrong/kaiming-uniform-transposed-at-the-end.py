# mistake: kaiming-uniform-transposed-at-the-end
# function: kaiming_uniform
# fails: distribution
# diagnosed: NN1095
import numpy as np


def kaiming_uniform(fan_in, fan_out, rng):
    bound = np.sqrt(6 / fan_in)
    return rng.uniform(-bound, bound, (fan_out, fan_in)).T
