# mistake: kaiming-uniform-root-forgotten
# function: kaiming_uniform
# fails: distribution
# diagnosed: NN1086
import numpy as np


def kaiming_uniform(fan_in, fan_out, rng):
    bound = 6 / fan_in
    return rng.uniform(-bound, bound, (fan_out, fan_in))
