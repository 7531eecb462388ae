# mistake: samples-transposed
# function: predict
# fails: values
# diagnosed: NN1410


def predict(x, w, b):
    return x.T @ w + b
