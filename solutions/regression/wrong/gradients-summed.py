# mistake: gradients-summed
# function: gradients
# fails: values
# diagnosed: NN1411


def gradients(x, y, w, b):
    error = x @ w + b - y
    return 2 * x.T @ error, 2 * error.sum()
