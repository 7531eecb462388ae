# mistake: dropout-training-inverted
# function: dropout
# fails: distribution, certain
# diagnosed: NN757


def dropout(x, p, rng, training):
    if training:
        return x
    mask = rng.random(x.shape) >= p
    return x * mask / (1 - p)
