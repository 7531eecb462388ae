# mistake: slopes-one-link-late
# function: sigmoid_chain_grad
# fails: values
# diagnosed: NN1507
# nncheck: gradient_flow
import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def sigmoid_chain_grad(x, n):
    def slope(z):
        return sigmoid(z) * (1 - sigmoid(z))

    grad = np.ones(x.shape)
    for _ in range(n):
        x = sigmoid(x)
        grad = grad * slope(x)
    return grad
