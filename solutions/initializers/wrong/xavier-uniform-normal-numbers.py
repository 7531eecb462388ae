# mistake: xavier-uniform-normal-numbers
# function: xavier_uniform
# fails: distribution
# diagnosed: NN1058
import numpy as np


def xavier_uniform(fan_in, fan_out, rng, gain=1.0):
    return rng.normal(0, gain * np.sqrt(2 / (fan_in + fan_out)), (fan_out, fan_in))
