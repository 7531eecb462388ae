# mistake: kaiming-normal-hundredth
# function: kaiming_normal
# fails: distribution
# diagnosed: NN1040
import numpy as np


def kaiming_normal(fan_in, fan_out, rng):
    std = 0.01
    return rng.normal(0, std, (fan_out, fan_in))
