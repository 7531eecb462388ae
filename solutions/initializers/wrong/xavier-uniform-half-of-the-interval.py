# mistake: xavier-uniform-half-of-the-interval
# function: xavier_uniform
# fails: distribution
# diagnosed: NN1053
import numpy as np


def xavier_uniform(fan_in, fan_out, rng, gain=1.0):
    bound = gain * np.sqrt(6 / (fan_in + fan_out))
    return bound * rng.random((fan_out, fan_in))
