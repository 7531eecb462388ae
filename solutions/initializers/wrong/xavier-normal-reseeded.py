# mistake: xavier-normal-reseeded
# function: xavier_normal
# fails: generator, independence
# diagnosed: NN030
import numpy as np


def xavier_normal(fan_in, fan_out, rng, gain=1.0):
    rng = np.random.default_rng(0)
    std = gain * np.sqrt(2 / (fan_in + fan_out))
    return rng.normal(0, std, (fan_out, fan_in))
