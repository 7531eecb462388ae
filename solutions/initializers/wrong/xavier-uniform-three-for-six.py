# mistake: xavier-uniform-three-for-six
# function: xavier_uniform
# fails: distribution
# diagnosed: NN1057
import numpy as np


def xavier_uniform(fan_in, fan_out, rng, gain=1.0):
    bound = gain * np.sqrt(3 / (fan_in + fan_out))
    return rng.uniform(-bound, bound, (fan_out, fan_in))
