# mistake: kaiming-uniform-printed
# function: kaiming_uniform
# fails: distribution, shapes
# diagnosed: none
import numpy as np


def kaiming_uniform(fan_in, fan_out, rng):
    bound = np.sqrt(6 / fan_in)
    print(rng.uniform(-bound, bound, (fan_out, fan_in)))
