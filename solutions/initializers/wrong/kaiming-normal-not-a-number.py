# mistake: kaiming-normal-not-a-number
# function: kaiming_normal
# fails: distribution
# diagnosed: none
import numpy as np


def kaiming_normal(fan_in, fan_out, rng):
    std = np.sqrt(2 / fan_in)
    return np.sqrt(rng.normal(0, std, (fan_out, fan_in)))
