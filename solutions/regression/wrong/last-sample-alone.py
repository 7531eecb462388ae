# mistake: last-sample-alone
# function: gradients
# fails: values
# diagnosed: NN1431


def gradients(x, y, w, b):
    for sample, target in zip(x, y, strict=True):
        error = sample @ w + b - target
        dw, db = 2 * error * sample, 2 * error
    return dw, db
