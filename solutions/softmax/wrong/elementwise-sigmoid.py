# mistake: elementwise-sigmoid
# function: softmax
# fails: values
# diagnosed: NN306
import numpy as np


def softmax(z):
    z = z * 1.0
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))
