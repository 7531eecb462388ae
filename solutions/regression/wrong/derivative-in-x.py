# mistake: derivative-in-x
# function: gradients
# fails: values
# diagnosed: NN1432


def gradients(x, y, w, b):
    error = x @ w + b - y
    return 2 * error.mean() * w, 2 * error.mean()
