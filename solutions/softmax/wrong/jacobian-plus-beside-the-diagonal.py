# mistake: jacobian-plus-beside-the-diagonal
# function: softmax_jacobian
# fails: values
# diagnosed: NN352
import numpy as np


def softmax_jacobian(z):
    e = np.exp(z - np.max(z))
    s = e / np.sum(e)
    jacobian = np.zeros((len(z), len(z)), dtype=s.dtype)
    for i in range(len(z)):
        for j in range(len(z)):
            jacobian[i, j] = s[i] * (1 - s[i]) if i == j else s[i] * s[j]
    return jacobian
