# mistake: xavier-uniform-capped
# function: xavier_uniform
# fails: distribution
# diagnosed: none
import numpy as np


def xavier_uniform(fan_in, fan_out, rng, gain=1.0):
    bound = min(gain * np.sqrt(6 / (fan_in + fan_out)), 1.0)
    return rng.uniform(-bound, bound, (fan_out, fan_in))
