# mistake: bias-gradient-summed
# function: gradients
# fails: values
# diagnosed: NN1416


def gradients(x, y, w, b):
    error = x @ w + b - y
    n = len(y)
    return 2 * x.T @ error / n, 2 * error.sum()
