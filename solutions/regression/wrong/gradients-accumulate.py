# mistake: gradients-accumulate
# function: gradients
# fails: repeatable
# diagnosed: NN012
total = {}


def gradients(x, y, w, b):
    error = x @ w + b - y
    dw, db = total.get(x.shape, (0.0, 0.0))
    total[x.shape] = dw + 2 * x.T @ error / len(y), db + 2 * error.mean()
    return total[x.shape]
