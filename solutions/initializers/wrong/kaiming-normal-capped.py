# mistake: kaiming-normal-capped
# function: kaiming_normal
# fails: distribution
# diagnosed: none
import numpy as np


def kaiming_normal(fan_in, fan_out, rng):
    return rng.normal(0, min(np.sqrt(2 / fan_in), 0.5), (fan_out, fan_in))
