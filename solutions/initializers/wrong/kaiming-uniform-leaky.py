# mistake: kaiming-uniform-leaky
# function: kaiming_uniform
# fails: distribution
# diagnosed: none
import numpy as np


def kaiming_uniform(fan_in, fan_out, rng):
    bound = np.sqrt(6 / ((1 + 5) * fan_in)) * np.sqrt(2)
    return rng.uniform(-bound, bound, (fan_out, fan_in))
