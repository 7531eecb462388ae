# mistake: products-not-added
# function: predict
# fails: values
# diagnosed: NN1407


def predict(x, w, b):
    return x * w + b
