# mistake: half-the-sum-of-squares
# function: gradients
# fails: values
# diagnosed: NN1413


def gradients(x, y, w, b):
    error = x @ w + b - y
    return x.T @ error, error.sum()
