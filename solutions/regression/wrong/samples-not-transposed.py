# mistake: samples-not-transposed
# function: gradients
# fails: values
# diagnosed: NN1428


def gradients(x, y, w, b):
    error = x @ w + b - y
    n = len(y)
    return 2 / n * x @ error, 2 * error.mean()
