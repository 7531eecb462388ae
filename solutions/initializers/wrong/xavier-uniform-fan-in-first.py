# mistake: xavier-uniform-fan-in-first
# function: xavier_uniform
# fails: distribution
# diagnosed: NN1060
import numpy as np


def xavier_uniform(fan_in, fan_out, rng, gain=1.0):
    bound = gain * np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-bound, bound, (fan_in, fan_out))
