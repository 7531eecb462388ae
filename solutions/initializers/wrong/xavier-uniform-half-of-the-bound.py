# mistake: xavier-uniform-half-of-the-bound
# function: xavier_uniform
# fails: distribution
# diagnosed: NN1056
import numpy as np


def xavier_uniform(fan_in, fan_out, rng, gain=1.0):
    bound = gain * np.sqrt(6 / (fan_in + fan_out)) / 2
    return rng.uniform(-bound, bound, (fan_out, fan_in))
