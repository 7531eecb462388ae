# mistake: kaiming-normal-bias-counted
# function: kaiming_normal
# fails: distribution
# diagnosed: NN1020
import numpy as np


def kaiming_normal(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(2 / (fan_in + 1)), (fan_out, fan_in))
