# mistake: target-minus-prediction
# function: gradients
# fails: values
# diagnosed: NN1414


def gradients(x, y, w, b):
    error = y - (x @ w + b)
    n = len(y)
    return 2 * x.T @ error / n, 2 * error.mean()
