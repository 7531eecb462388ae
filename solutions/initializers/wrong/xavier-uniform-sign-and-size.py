# mistake: xavier-uniform-sign-and-size
# function: xavier_uniform
# fails: distribution
# diagnosed: none
import numpy as np


def xavier_uniform(fan_in, fan_out, rng, gain=1.0):
    bound = gain * np.sqrt(6 / (fan_in + fan_out))
    return bound * rng.choice([-1.0, 1.0], (fan_out, fan_in))
