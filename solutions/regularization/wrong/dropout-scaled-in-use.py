# mistake: dropout-scaled-in-use
# function: dropout
# fails: distribution, certain
# diagnosed: NN758


def dropout(x, p, rng, training):
    if not training:
        return x * (1 - p)
    return x * (rng.random(x.shape) >= p)
