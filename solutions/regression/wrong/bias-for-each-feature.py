# mistake: bias-for-each-feature
# function: predict
# fails: values
# diagnosed: NN1403
import numpy as np


def predict(x, w, b):
    return np.sum(x * w + b, axis=1)
