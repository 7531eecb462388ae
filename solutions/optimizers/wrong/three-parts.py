# mistake: three-parts
# function: sgd
# fails: values
# diagnosed: NN008


def sgd(w, g, state, lr):
    return w - lr * g, state, lr
