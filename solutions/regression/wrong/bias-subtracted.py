# mistake: bias-subtracted
# function: predict
# fails: values
# diagnosed: NN1402


def predict(x, w, b):
    return x @ w - b
