# mistake: divided-by-features
# function: gradients
# fails: values
# diagnosed: NN1424


def gradients(x, y, w, b):
    error = x @ w + b - y
    return 2 * x.T @ error / x.shape[1], 2 * error.sum() / x.shape[1]
