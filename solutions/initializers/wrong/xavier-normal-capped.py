# mistake: xavier-normal-capped
# function: xavier_normal
# fails: distribution
# diagnosed: none
import numpy as np


def xavier_normal(fan_in, fan_out, rng, gain=1.0):
    std = min(gain * np.sqrt(2 / (fan_in + fan_out)), 1.0)
    return rng.normal(0, std, (fan_out, fan_in))
