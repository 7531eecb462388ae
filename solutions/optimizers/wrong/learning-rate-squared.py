# mistake: learning-rate-squared
# function: sgd
# fails: values
# diagnosed: NN1212


def sgd(w, g, state, lr):
    return w - lr**2 * g, None
