# mistake: products-averaged
# function: predict
# fails: values
# diagnosed: NN1408
import numpy as np


def predict(x, w, b):
    return np.mean(x * w, axis=1) + b
