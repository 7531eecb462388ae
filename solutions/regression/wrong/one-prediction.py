# mistake: one-prediction
# function: predict
# fails: values
# diagnosed: NN1406
import numpy as np


def predict(x, w, b):
    return np.sum(x * w) + b
