# mistake: kaiming-uniform-default-of-a-layer
# function: kaiming_uniform
# fails: distribution
# diagnosed: NN1089
import numpy as np


def kaiming_uniform(fan_in, fan_out, rng):
    bound = 1 / np.sqrt(fan_in)
    return rng.uniform(-bound, bound, (fan_out, fan_in))
