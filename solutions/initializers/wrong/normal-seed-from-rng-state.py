# mistake: normal-seed-from-rng-state
# function: normal
# fails: generator
# diagnosed: NN033
import numpy as np


def normal(shape, mean, std, rng):
    seed = rng.bit_generator.seed_seq.entropy
    return np.random.default_rng(seed).normal(mean, std, shape)
