# mistake: step-for-weights
# function: sgd
# fails: values
# diagnosed: NN1203


def sgd(w, g, state, lr):
    return -lr * g, None
