# mistake: float64-always
# function: sigmoid_chain_grad
# fails: dtype
# diagnosed: NN016
# nncheck: gradient_flow
import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def sigmoid_chain_grad(x, n):
    grad = np.ones(x.shape)
    for _ in range(n):
        x = sigmoid(x.astype(np.float64))
        grad = grad * x * (1 - x)
    return grad
