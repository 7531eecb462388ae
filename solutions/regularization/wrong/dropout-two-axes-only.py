# mistake: dropout-two-axes-only
# function: dropout
# fails: shapes
# diagnosed: none


def dropout(x, p, rng, training):
    if not training:
        return x
    rows, columns = x.shape
    return x * (rng.random((rows, columns)) >= p) / (1 - p)
