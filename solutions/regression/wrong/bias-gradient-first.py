# mistake: bias-gradient-first
# function: gradients
# fails: values
# diagnosed: NN1427


def gradients(x, y, w, b):
    error = x @ w + b - y
    n = len(y)
    return 2 * error.mean(), 2 * x.T @ error / n
