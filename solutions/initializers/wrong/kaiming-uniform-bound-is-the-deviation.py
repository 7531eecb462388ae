# mistake: kaiming-uniform-bound-is-the-deviation
# function: kaiming_uniform
# fails: distribution
# diagnosed: NN1083
import numpy as np


def kaiming_uniform(fan_in, fan_out, rng):
    bound = np.sqrt(2 / fan_in)
    return rng.uniform(-bound, bound, (fan_out, fan_in))
