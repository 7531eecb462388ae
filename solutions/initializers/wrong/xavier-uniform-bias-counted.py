# mistake: xavier-uniform-bias-counted
# function: xavier_uniform
# fails: distribution
# diagnosed: NN1062
import numpy as np


def xavier_uniform(fan_in, fan_out, rng, gain=1.0):
    bound = gain * np.sqrt(6 / (fan_in + 1 + fan_out))
    return rng.uniform(-bound, bound, (fan_out, fan_in))
