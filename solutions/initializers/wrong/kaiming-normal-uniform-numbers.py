# mistake: kaiming-normal-uniform-numbers
# function: kaiming_normal
# fails: distribution
# diagnosed: NN1035
import numpy as np


def kaiming_normal(fan_in, fan_out, rng):
    bound = np.sqrt(6 / fan_in)
    return rng.uniform(-bound, bound, (fan_out, fan_in))
