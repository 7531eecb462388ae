# mistake: kaiming-uniform-repeated-block
# function: kaiming_uniform
# fails: independence
# diagnosed: none
import numpy as np


def kaiming_uniform(fan_in, fan_out, rng):
    bound = np.sqrt(6 / fan_in)
    half = rng.uniform(-bound, bound, ((fan_out + 1) // 2, fan_in))
    return np.concatenate([half, half])[:fan_out]
