# mistake: xavier-uniform-larger-fan
# function: xavier_uniform
# fails: distribution
# diagnosed: none
import numpy as np


def xavier_uniform(fan_in, fan_out, rng, gain=1.0):
    bound = gain * np.sqrt(3 / max(fan_in, fan_out))
    return rng.uniform(-bound, bound, (fan_out, fan_in))
