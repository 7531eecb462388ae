# mistake: xavier-normal-two-forgotten
# function: xavier_normal
# fails: distribution
# diagnosed: NN1072
import numpy as np


def xavier_normal(fan_in, fan_out, rng, gain=1.0):
    std = gain * np.sqrt(1 / (fan_in + fan_out))
    return rng.normal(0, std, (fan_out, fan_in))
