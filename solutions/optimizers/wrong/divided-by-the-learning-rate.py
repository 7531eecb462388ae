# mistake: divided-by-the-learning-rate
# function: sgd
# fails: values
# diagnosed: NN1204


def sgd(w, g, state, lr):
    return w - g / lr, None
