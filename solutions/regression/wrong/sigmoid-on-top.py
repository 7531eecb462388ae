# mistake: sigmoid-on-top
# function: predict
# fails: values
# diagnosed: NN1409
import numpy as np


def predict(x, w, b):
    return 1 / (1 + np.exp(-(x @ w + b)))
