# mistake: kaiming-normal-fan-out
# function: kaiming_normal
# fails: distribution
# diagnosed: NN1097
import numpy as np


def kaiming_normal(fan_in, fan_out, rng):
    std = np.sqrt(2 / fan_out)
    return rng.normal(0, std, (fan_out, fan_in))
