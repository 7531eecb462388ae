# mistake: xavier-normal-global-generator
# function: xavier_normal
# fails: generator, independence
# diagnosed: NN031
import numpy as np


def xavier_normal(fan_in, fan_out, rng, gain=1.0):
    return np.random.randn(fan_out, fan_in) * gain * np.sqrt(2 / (fan_in + fan_out))
