# mistake: jacobian-of-the-logarithm
# function: softmax_jacobian
# fails: values
# diagnosed: NN350
import numpy as np


def softmax_jacobian(z):
    # delta_ij - p_j
    z = z * 1.0
    e = np.exp(z - z.max(initial=-np.inf))
    p = e / e.sum()
    return np.eye(len(p), dtype=p.dtype) - p
