# mistake: first-link-forgotten
# function: sigmoid_chain_grad
# fails: values
# diagnosed: NN1516
# nncheck: gradient_flow
import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def sigmoid_chain_grad(x, n):
    a = sigmoid(x)
    grad = np.ones(x.shape)
    for _ in range(n - 1):
        a = sigmoid(a)
        grad = grad * a * (1 - a)
    return grad
