# mistake: divided-by-n-minus-one
# function: gradients
# fails: values
# diagnosed: NN1426


def gradients(x, y, w, b):
    error = x @ w + b - y
    n = len(y)
    return 2 * x.T @ error / (n - 1), 2 * error.sum() / (n - 1)
