# mistake: xavier-normal-fan-out-alone
# function: xavier_normal
# fails: distribution
# diagnosed: NN1070
import numpy as np


def xavier_normal(fan_in, fan_out, rng, gain=1.0):
    std = gain * np.sqrt(2 / fan_out)
    return rng.normal(0, std, (fan_out, fan_in))
