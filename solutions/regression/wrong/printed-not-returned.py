# mistake: printed-not-returned
# function: predict
# fails: values
# diagnosed: NN003


def predict(x, w, b):
    print(x @ w + b)
