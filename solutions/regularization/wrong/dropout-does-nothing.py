# mistake: dropout-does-nothing
# function: dropout
# fails: distribution
# diagnosed: NN762


def dropout(x, p, rng, training):
    return x.copy()
