# mistake: kaiming-uniform-capped
# function: kaiming_uniform
# fails: distribution
# diagnosed: none
import numpy as np


def kaiming_uniform(fan_in, fan_out, rng):
    bound = min(np.sqrt(6 / fan_in), 1.0)
    return rng.uniform(-bound, bound, (fan_out, fan_in))
