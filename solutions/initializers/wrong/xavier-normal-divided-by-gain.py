# mistake: xavier-normal-divided-by-gain
# function: xavier_normal
# fails: distribution
# diagnosed: NN1068
import numpy as np


def xavier_normal(fan_in, fan_out, rng, gain=1.0):
    std = np.sqrt(2 / (fan_in + fan_out)) / gain
    return rng.normal(0, std, (fan_out, fan_in))
