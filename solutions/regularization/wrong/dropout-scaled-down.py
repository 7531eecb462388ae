# mistake: dropout-scaled-down
# function: dropout
# fails: distribution
# diagnosed: NN752


def dropout(x, p, rng, training):
    if not training:
        return x
    mask = rng.random(x.shape) >= p
    return x * mask * (1 - p)
