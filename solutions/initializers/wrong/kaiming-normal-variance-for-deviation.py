# mistake: kaiming-normal-variance-for-deviation
# function: kaiming_normal
# fails: distribution
# diagnosed: NN1096
import numpy as np


def kaiming_normal(fan_in, fan_out, rng):
    std = 2 / fan_in
    return rng.normal(0, std, (fan_out, fan_in))
