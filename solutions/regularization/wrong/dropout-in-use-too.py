# mistake: dropout-in-use-too
# function: dropout
# fails: certain
# diagnosed: NN756


def dropout(x, p, rng, training):
    mask = rng.random(x.shape) >= p
    return x * mask / (1 - p)
