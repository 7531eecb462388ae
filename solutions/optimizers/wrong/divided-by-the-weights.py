# mistake: divided-by-the-weights
# function: sgd
# fails: values
# diagnosed: NN1208


def sgd(w, g, state, lr):
    return w - lr * g / w.size, None
