# mistake: gradient-changed-in-place
# function: sgd
# fails: unchanged_inputs
# diagnosed: NN011


def sgd(w, g, state, lr):
    g *= lr
    return w - g, state
