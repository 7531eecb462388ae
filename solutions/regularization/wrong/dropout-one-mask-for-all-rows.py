# mistake: dropout-one-mask-for-all-rows
# function: dropout
# fails: independence
# diagnosed: NN035


def dropout(x, p, rng, training):
    if not training:
        return x
    if x.ndim < 2:
        return x * (rng.random(x.shape) >= p) / (1 - p)
    mask = rng.random(x.shape[1:]) >= p
    return x * mask / (1 - p)
