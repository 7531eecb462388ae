# mistake: one-sample-only
# function: predict
# fails: values
# diagnosed: none
import numpy as np


def predict(x, w, b):
    return np.array([float(x[0] @ w) + b])
