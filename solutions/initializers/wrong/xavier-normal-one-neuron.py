# mistake: xavier-normal-one-neuron
# function: xavier_normal
# fails: independence
# diagnosed: NN035
import numpy as np


def xavier_normal(fan_in, fan_out, rng, gain=1.0):
    std = gain * np.sqrt(2 / (fan_in + fan_out))
    return np.repeat(rng.normal(0, std, (1, fan_in)), fan_out, axis=0)
