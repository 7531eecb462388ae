# mistake: kaiming-normal-kept-in-a-cache
# function: kaiming_normal
# fails: generator, independence
# diagnosed: none
import numpy as np


CACHE = {}


def kaiming_normal(fan_in, fan_out, rng):
    if (fan_in, fan_out) not in CACHE:
        CACHE[fan_in, fan_out] = rng.normal(0, np.sqrt(2 / fan_in), (fan_out, fan_in))
    return CACHE[fan_in, fan_out]
