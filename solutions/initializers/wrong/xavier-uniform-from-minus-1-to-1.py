# mistake: xavier-uniform-from-minus-1-to-1
# function: xavier_uniform
# fails: distribution
# diagnosed: NN1061
import numpy as np


def xavier_uniform(fan_in, fan_out, rng, gain=1.0):
    bound = 1.0
    return rng.uniform(-bound, bound, (fan_out, fan_in))
