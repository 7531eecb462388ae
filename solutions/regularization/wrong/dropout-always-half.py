# mistake: dropout-always-half
# function: dropout
# fails: distribution
# diagnosed: NN763


def dropout(x, p, rng, training):
    if not training:
        return x
    if p == 0:
        return x
    return x * rng.integers(0, 2, x.shape) * 2.0
