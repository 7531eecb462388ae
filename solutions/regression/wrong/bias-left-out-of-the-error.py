# mistake: bias-left-out-of-the-error
# function: gradients
# fails: values
# diagnosed: NN1419


def gradients(x, y, w, b):
    error = x @ w - y
    n = len(y)
    return 2 * x.T @ error / n, 2 * error.mean()
