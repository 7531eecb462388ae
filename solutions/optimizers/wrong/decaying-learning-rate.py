# mistake: decaying-learning-rate
# function: sgd
# fails: values
# diagnosed: NN1214


def sgd(w, g, state, lr):
    t = (state or 0) + 1
    return w - lr / t * g, t
