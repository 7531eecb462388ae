# mistake: dropout-gives-the-mask-too
# function: dropout
# fails: distribution, shapes
# diagnosed: none


def dropout(x, p, rng, training):
    if not training:
        return x
    mask = rng.random(x.shape) >= p
    return x * mask / (1 - p), mask
