# mistake: xavier-uniform-divided-by-gain
# function: xavier_uniform
# fails: distribution
# diagnosed: NN1046
import numpy as np


def xavier_uniform(fan_in, fan_out, rng, gain=1.0):
    bound = np.sqrt(6 / (fan_in + fan_out)) / gain
    return rng.uniform(-bound, bound, (fan_out, fan_in))
