# mistake: weight-decay
# function: sgd
# fails: values
# diagnosed: NN1216


def sgd(w, g, state, lr):
    g = g + 0.01 * w
    return w - lr * g, state
