# mistake: weights-changed-in-place
# function: sgd
# fails: unchanged_inputs
# diagnosed: NN011


def sgd(w, g, state, lr):
    if w.ndim == 0:
        return w - lr * g, state
    w -= lr * g
    return w, state
