# mistake: dropout-in-place
# function: dropout
# fails: unchanged_inputs
# diagnosed: NN011


def dropout(x, p, rng, training):
    if training:
        x[rng.random(x.shape) < p] = 0
        return x / (1 - p)
    return x
