# mistake: two-forgotten
# function: gradients
# fails: values
# diagnosed: NN1412


def gradients(x, y, w, b):
    error = x @ w + b - y
    n = len(y)
    return x.T @ error / n, error.sum() / n
