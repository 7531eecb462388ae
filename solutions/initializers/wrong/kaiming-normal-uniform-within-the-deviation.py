# mistake: kaiming-normal-uniform-within-the-deviation
# function: kaiming_normal
# fails: distribution
# diagnosed: NN1036
import numpy as np


def kaiming_normal(fan_in, fan_out, rng):
    std = np.sqrt(2 / fan_in)
    return rng.uniform(-std, std, (fan_out, fan_in))
