# mistake: kaiming-normal-without-a-name
# function: kaiming_normal
# fails: distribution
# diagnosed: NN007
import numpy as np


def kaiming_normal(fan_in, fan_out, rng):
    return rng.normal(0, math.sqrt(2 / fan_in), (fan_out, fan_in))
