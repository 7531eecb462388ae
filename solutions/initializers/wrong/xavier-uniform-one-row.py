# mistake: xavier-uniform-one-row
# function: xavier_uniform
# fails: independence
# diagnosed: NN035
import numpy as np


def xavier_uniform(fan_in, fan_out, rng, gain=1.0):
    bound = gain * np.sqrt(6 / (fan_in + fan_out))
    row = rng.uniform(-bound, bound, fan_in)
    return np.tile(row, (fan_out, 1))
