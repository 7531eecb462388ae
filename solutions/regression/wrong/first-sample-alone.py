# mistake: first-sample-alone
# function: gradients
# fails: values
# diagnosed: NN1430


def gradients(x, y, w, b):
    for sample, target in zip(x, y, strict=True):
        error = sample @ w + b - target
        return 2 * error * sample, 2 * error
