# mistake: weights-scaled
# function: sgd
# fails: values
# diagnosed: NN1213


def sgd(w, g, state, lr):
    return w * (1 - lr * g), None
