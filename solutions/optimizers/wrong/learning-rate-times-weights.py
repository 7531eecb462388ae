# mistake: learning-rate-times-weights
# function: sgd
# fails: values
# diagnosed: NN1205


def sgd(w, g, state, lr):
    return lr * (w - g), None
