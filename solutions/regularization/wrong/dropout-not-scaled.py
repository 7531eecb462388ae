# mistake: dropout-not-scaled
# function: dropout
# fails: distribution
# diagnosed: NN751


def dropout(x, p, rng, training):
    if not training:
        return x
    mask = rng.random(x.shape) >= p
    return x * mask
