# mistake: xavier-normal-uniform-numbers
# function: xavier_normal
# fails: distribution
# diagnosed: NN1076
import numpy as np


def xavier_normal(fan_in, fan_out, rng, gain=1.0):
    bound = gain * np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-bound, bound, (fan_out, fan_in))
