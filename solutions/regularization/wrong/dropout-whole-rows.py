# mistake: dropout-whole-rows
# function: dropout
# fails: independence
# diagnosed: NN036


def dropout(x, p, rng, training):
    if not training:
        return x
    mask = rng.random(x.shape[:1] + (1,) * (x.ndim - 1)) >= p
    return x * mask / (1 - p)
