# mistake: uniform-low-subtracted
# function: uniform
# fails: distribution
# diagnosed: NN1019


def uniform(shape, low, high, rng):
    return rng.random(shape) * high - low
