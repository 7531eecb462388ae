# mistake: dropout-scaled-down-in-use-too
# function: dropout
# fails: certain
# diagnosed: NN760


def dropout(x, p, rng, training):
    if not training:
        return x * (1 - p)
    mask = rng.random(x.shape) >= p
    return x * mask / (1 - p)
