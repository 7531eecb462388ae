# mistake: always-float64
# function: predict
# fails: dtype
# diagnosed: NN016
import numpy as np


def predict(x, w, b):
    return x.astype(np.float64) @ w + b
