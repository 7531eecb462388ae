# mistake: averaged-over-all-entries
# function: gradients
# fails: values
# diagnosed: NN1425


def gradients(x, y, w, b):
    error = x @ w + b - y
    return 2 * x.T @ error / x.size, 2 * error.mean()
