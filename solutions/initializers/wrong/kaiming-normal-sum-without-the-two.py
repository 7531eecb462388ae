# mistake: kaiming-normal-sum-without-the-two
# function: kaiming_normal
# fails: distribution
# diagnosed: NN1099
import numpy as np


def kaiming_normal(fan_in, fan_out, rng):
    std = np.sqrt(1 / (fan_in + fan_out))
    return rng.normal(0, std, (fan_out, fan_in))
