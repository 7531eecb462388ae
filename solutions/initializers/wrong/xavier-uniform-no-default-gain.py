# mistake: xavier-uniform-no-default-gain
# function: xavier_uniform
# fails: defaults
# diagnosed: none
import numpy as np


def xavier_uniform(fan_in, fan_out, rng, gain):
    bound = gain * np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-bound, bound, (fan_out, fan_in))
