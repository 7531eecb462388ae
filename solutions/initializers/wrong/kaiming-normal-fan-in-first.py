# mistake: kaiming-normal-fan-in-first
# function: kaiming_normal
# fails: distribution
# diagnosed: NN1039
import numpy as np


def kaiming_normal(fan_in, fan_out, rng):
    std = np.sqrt(2 / fan_in)
    return rng.normal(0, std, (fan_in, fan_out))
