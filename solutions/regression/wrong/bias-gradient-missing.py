# mistake: bias-gradient-missing
# function: gradients
# fails: values
# diagnosed: NN1415


def gradients(x, y, w, b):
    error = x @ w + b - y
    n = len(y)
    return 2 * x.T @ error / n, 0.0
