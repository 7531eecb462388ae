# mistake: kaiming-normal-one-input-less
# function: kaiming_normal
# fails: distribution
# diagnosed: none
import numpy as np


def kaiming_normal(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(2 / max(fan_in - 1, 1)), (fan_out, fan_in))
