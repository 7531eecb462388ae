# attack: breaks-the-generator
# function: xavier_normal
# outcome: the generator is of no use afterwards, which only harms the function itself; kaiming_normal keeps its points
import numpy as np


def kaiming_normal(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(2 / fan_in), (fan_out, fan_in))


def xavier_normal(fan_in, fan_out, rng, gain=1.0):
    weights = rng.normal(0, gain * np.sqrt(2 / (fan_in + fan_out)), (fan_out, fan_in))
    rng.bit_generator.state = np.random.PCG64(0).state
    return weights
