# mistake: xavier-uniform-normal-with-the-bound
# function: xavier_uniform
# fails: distribution
# diagnosed: NN1059
import numpy as np


def xavier_uniform(fan_in, fan_out, rng, gain=1.0):
    bound = gain * np.sqrt(6 / (fan_in + fan_out))
    return rng.normal(0, bound, (fan_out, fan_in))
