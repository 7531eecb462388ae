# mistake: dropout-mask-inverted
# function: dropout
# fails: distribution, certain
# diagnosed: NN755


def dropout(x, p, rng, training):
    if not training:
        return x
    return x * (rng.random(x.shape) < p) / (1 - p)
