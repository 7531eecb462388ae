# mistake: xavier-uniform-default-of-a-layer
# function: xavier_uniform
# fails: distribution
# diagnosed: NN1050
import numpy as np


def xavier_uniform(fan_in, fan_out, rng, gain=1.0):
    bound = gain / np.sqrt(fan_in)
    return rng.uniform(-bound, bound, (fan_out, fan_in))
