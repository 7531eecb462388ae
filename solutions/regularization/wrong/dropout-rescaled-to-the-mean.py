# mistake: dropout-rescaled-to-the-mean
# function: dropout
# fails: distribution
# diagnosed: none


def dropout(x, p, rng, training):
    if not training:
        return x
    mask = rng.random(x.shape) >= p
    kept = x * mask
    return kept * (x.sum() / kept.sum()) if kept.any() else kept
