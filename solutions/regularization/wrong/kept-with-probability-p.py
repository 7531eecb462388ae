# mistake: kept-with-probability-p
# function: dropout
# fails: distribution
# diagnosed: NN766
def dropout(x, p, rng, training):
    if not training:
        return x.astype(float)
    return x * (rng.random(x.shape) < p).astype(float)
