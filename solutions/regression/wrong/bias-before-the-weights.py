# mistake: bias-before-the-weights
# function: predict
# fails: values
# diagnosed: NN1404


def predict(x, w, b):
    return (x + b) @ w
