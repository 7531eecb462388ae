# mistake: dropout-mask-unused
# function: dropout
# fails: distribution
# diagnosed: NN761


def dropout(x, p, rng, training):
    if not training:
        return x
    mask = rng.random(x.shape) >= p
    return x / (1 - p)
