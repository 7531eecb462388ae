# mistake: bias-forgotten
# function: predict
# fails: values
# diagnosed: NN1401


def predict(x, w, b):
    return x @ w
