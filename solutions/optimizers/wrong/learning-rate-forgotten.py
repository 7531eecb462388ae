# mistake: learning-rate-forgotten
# function: sgd
# fails: values
# diagnosed: NN1202


def sgd(w, g, state, lr):
    return w - g, state
