# mistake: kaiming-normal-gain-of-relu-forgotten
# function: kaiming_normal
# fails: distribution
# diagnosed: NN1033
import numpy as np


def kaiming_normal(fan_in, fan_out, rng):
    std = np.sqrt(1 / fan_in)
    return rng.normal(0, std, (fan_out, fan_in))
