# mistake: column-of-predictions
# function: predict
# fails: values
# diagnosed: NN1405


def predict(x, w, b):
    return x @ w.reshape(-1, 1) + b
