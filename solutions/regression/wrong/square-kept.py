# mistake: square-kept
# function: gradients
# fails: values
# diagnosed: NN1422


def gradients(x, y, w, b):
    error = (x @ w + b - y) ** 2
    n = len(y)
    return 2 * x.T @ error / n, 2 * error.mean()
