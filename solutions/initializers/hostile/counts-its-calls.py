# attack: counts-its-calls
# function: xavier_uniform
# outcome: numbers of a fixed seed, another one on each call, do not come from rng; ones keeps its points
import numpy as np

CALLS = []


def ones(shape):
    return np.ones(shape)


def xavier_uniform(fan_in, fan_out, rng, gain=1.0):
    CALLS.append(None)
    bound = gain * np.sqrt(6 / (fan_in + fan_out))
    return np.random.default_rng(len(CALLS)).uniform(-bound, bound, (fan_out, fan_in))
