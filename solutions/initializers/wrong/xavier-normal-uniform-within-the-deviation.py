# mistake: xavier-normal-uniform-within-the-deviation
# function: xavier_normal
# fails: distribution
# diagnosed: NN1077
import numpy as np


def xavier_normal(fan_in, fan_out, rng, gain=1.0):
    std = gain * np.sqrt(2 / (fan_in + fan_out))
    return rng.uniform(-std, std, (fan_out, fan_in))
