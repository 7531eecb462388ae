# mistake: dropout-scaled-twice
# function: dropout
# fails: certain
# diagnosed: NN759


def dropout(x, p, rng, training):
    answer = x / (1 - p)
    if training:
        answer = answer * (rng.random(x.shape) >= p)
    return answer
