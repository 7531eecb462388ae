# mistake: scores-for-probabilities
# function: softmax_jacobian
# fails: values
# diagnosed: NN348
import numpy as np


def softmax_jacobian(p):
    p = p * 1.0
    return np.diag(p) - np.outer(p, p)
