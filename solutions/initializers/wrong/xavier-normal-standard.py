# mistake: xavier-normal-standard
# function: xavier_normal
# fails: distribution
# diagnosed: NN1081
import numpy as np


def xavier_normal(fan_in, fan_out, rng, gain=1.0):
    std = 1.0
    return rng.normal(0, std, (fan_out, fan_in))
