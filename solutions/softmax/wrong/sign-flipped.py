# mistake: sign-flipped
# function: softmax_jacobian
# fails: values
# diagnosed: NN343
import numpy as np


def softmax_jacobian(z):
    z = z * 1.0
    e = np.exp(z - z.max(initial=-np.inf))
    p = e / e.sum()
    return np.outer(p, p) - np.diag(p)
