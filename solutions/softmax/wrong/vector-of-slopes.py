# mistake: vector-of-slopes
# function: softmax_jacobian
# fails: values
# diagnosed: NN342
import numpy as np


def softmax_jacobian(z):
    # the derivative of p is p(1 - p), as for the sigmoid
    z = z * 1.0
    e = np.exp(z - z.max(initial=-np.inf))
    p = e / e.sum()
    return p * (1 - p)
