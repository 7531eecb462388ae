# mistake: list-of-predictions
# function: predict
# fails: values
# diagnosed: NN004


def predict(x, w, b):
    return [float(sample @ w) + b for sample in x]
