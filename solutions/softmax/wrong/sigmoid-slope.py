# mistake: sigmoid-slope
# function: softmax_jacobian
# fails: values
# diagnosed: NN347
import numpy as np


def softmax_jacobian(z):
    s = 1 / (1 + np.exp(-z * 1.0))
    return np.diag(s * (1 - s))
