# mistake: samples-scaled-in-place
# function: predict
# fails: unchanged_inputs
# diagnosed: NN011


def predict(x, w, b):
    x *= w
    return x.sum(axis=1) + b
