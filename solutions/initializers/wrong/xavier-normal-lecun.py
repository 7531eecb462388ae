# mistake: xavier-normal-lecun
# function: xavier_normal
# fails: distribution
# diagnosed: NN1071
import numpy as np


def xavier_normal(fan_in, fan_out, rng, gain=1.0):
    std = gain * np.sqrt(1 / fan_in)
    return rng.normal(0, std, (fan_out, fan_in))
