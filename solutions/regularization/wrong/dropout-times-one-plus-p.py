# mistake: dropout-times-one-plus-p
# function: dropout
# fails: distribution
# diagnosed: NN765


def dropout(x, p, rng, training):
    if not training:
        return x
    mask = rng.random(x.shape) >= p
    return x * mask * (1 + p)
