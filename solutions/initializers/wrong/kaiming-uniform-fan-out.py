# mistake: kaiming-uniform-fan-out
# function: kaiming_uniform
# fails: distribution
# diagnosed: NN1084
import numpy as np


def kaiming_uniform(fan_in, fan_out, rng):
    bound = np.sqrt(6 / fan_out)
    return rng.uniform(-bound, bound, (fan_out, fan_in))
