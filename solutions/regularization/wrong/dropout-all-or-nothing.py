# mistake: dropout-all-or-nothing
# function: dropout
# fails: distribution, independence
# diagnosed: none


def dropout(x, p, rng, training):
    if not training:
        return x
    keep = rng.random() >= p
    return x * keep / (1 - p)
