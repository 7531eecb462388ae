# mistake: dropout-p-keeps
# function: dropout
# fails: distribution
# diagnosed: NN754


def dropout(x, p, rng, training):
    if not training:
        return x
    return x * (rng.random(x.shape) < p) / p
