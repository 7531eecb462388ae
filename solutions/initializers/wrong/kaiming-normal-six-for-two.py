# mistake: kaiming-normal-six-for-two
# function: kaiming_normal
# fails: distribution
# diagnosed: NN1034
import numpy as np


def kaiming_normal(fan_in, fan_out, rng):
    std = np.sqrt(6 / fan_in)
    return rng.normal(0, std, (fan_out, fan_in))
