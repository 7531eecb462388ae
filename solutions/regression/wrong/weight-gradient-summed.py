# mistake: weight-gradient-summed
# function: gradients
# fails: values
# diagnosed: NN1417


def gradients(x, y, w, b):
    error = x @ w + b - y
    return 2 * x.T @ error, 2 * error.mean()
