# mistake: kaiming-uniform-bias-counted
# function: kaiming_uniform
# fails: distribution
# diagnosed: NN1082
import numpy as np


def kaiming_uniform(fan_in, fan_out, rng):
    bound = np.sqrt(6 / (fan_in + 1))
    return rng.uniform(-bound, bound, (fan_out, fan_in))
