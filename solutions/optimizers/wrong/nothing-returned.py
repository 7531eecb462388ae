# mistake: nothing-returned
# function: sgd
# fails: values
# diagnosed: NN003


def sgd(w, g, state, lr):
    w = w - lr * g
    state = None
