# mistake: error-written-into-the-targets
# function: gradients
# fails: unchanged_inputs
# diagnosed: NN011


def gradients(x, y, w, b):
    y -= x @ w + b
    return -2 * x.T @ y / len(y), -2 * y.mean()
