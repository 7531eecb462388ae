# mistake: kaiming-uniform-gain-of-relu-forgotten
# function: kaiming_uniform
# fails: distribution
# diagnosed: NN1088
import numpy as np


def kaiming_uniform(fan_in, fan_out, rng):
    bound = np.sqrt(3 / fan_in)
    return rng.uniform(-bound, bound, (fan_out, fan_in))
