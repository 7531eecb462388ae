# mistake: finite-difference
# function: sigmoid_chain_grad
# fails: values
# diagnosed: none
# nncheck: gradient_flow
import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def sigmoid_chain_grad(x, n):
    def composed(z):
        for _ in range(n):
            z = sigmoid(z)
        return z

    h = 1e-5
    return (composed(x + h) - composed(x - h)) / (2 * h)
