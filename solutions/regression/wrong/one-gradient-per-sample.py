# mistake: one-gradient-per-sample
# function: gradients
# fails: values
# diagnosed: NN1423


def gradients(x, y, w, b):
    error = x @ w + b - y
    return 2 * error[:, None] * x, 2 * error
