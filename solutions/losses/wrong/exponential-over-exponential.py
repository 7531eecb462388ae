# mistake: exponential-over-exponential
# function: bce_with_logits_grad
# fails: stability
# diagnosed: NN693
import numpy as np


def bce_with_logits_grad(z, y):
    e = np.exp(z)
    return (e / (1 + e) - y) / z.size
