# mistake: predictions-for-errors
# function: gradients
# fails: values
# diagnosed: NN1420


def gradients(x, y, w, b):
    error = x @ w + b
    n = len(y)
    return 2 * x.T @ error / n, 2 * error.mean()
