# mistake: xavier-uniform-gain-under-the-root
# function: xavier_uniform
# fails: distribution
# diagnosed: NN1045
import numpy as np


def xavier_uniform(fan_in, fan_out, rng, gain=1.0):
    bound = np.sqrt(gain * 6 / (fan_in + fan_out))
    return rng.uniform(-bound, bound, (fan_out, fan_in))
