# mistake: kaiming-normal-one-draw-for-all
# function: kaiming_normal
# fails: distribution, independence
# diagnosed: NN034
import numpy as np


def kaiming_normal(fan_in, fan_out, rng):
    return np.zeros((fan_out, fan_in)) + rng.normal(0, np.sqrt(2 / fan_in))
