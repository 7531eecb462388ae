# mistake: xavier-uniform-root-forgotten
# function: xavier_uniform
# fails: distribution
# diagnosed: NN1042
import numpy as np


def xavier_uniform(fan_in, fan_out, rng, gain=1.0):
    bound = gain * 6 / (fan_in + fan_out)
    return rng.uniform(-bound, bound, (fan_out, fan_in))
