# mistake: kaiming-uniform-normal-numbers
# function: kaiming_uniform
# fails: distribution
# diagnosed: NN1094
import numpy as np


def kaiming_uniform(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(2 / fan_in), (fan_out, fan_in))
