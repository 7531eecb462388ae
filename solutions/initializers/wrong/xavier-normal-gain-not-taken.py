# mistake: xavier-normal-gain-not-taken
# function: xavier_normal
# fails: distribution, shapes
# diagnosed: none
import numpy as np


def xavier_normal(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(2 / (fan_in + fan_out)), (fan_out, fan_in))
