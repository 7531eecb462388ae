# mistake: uphill
# function: sgd
# fails: values
# diagnosed: NN1201


def sgd(w, g, state, lr):
    return w + lr * g, None
