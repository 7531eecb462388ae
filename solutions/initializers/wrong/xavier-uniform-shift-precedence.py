# mistake: xavier-uniform-shift-precedence
# function: xavier_uniform
# fails: distribution
# diagnosed: NN1055
import numpy as np


def xavier_uniform(fan_in, fan_out, rng, gain=1.0):
    bound = gain * np.sqrt(6 / (fan_in + fan_out))
    return rng.random((fan_out, fan_in)) - 0.5 * 2 * bound
