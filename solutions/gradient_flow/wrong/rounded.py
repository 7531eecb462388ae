# mistake: rounded
# function: sigmoid_chain_grad
# fails: values
# diagnosed: NN023
# nncheck: gradient_flow
import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def sigmoid_chain_grad(x, n):
    grad = np.ones(x.shape)
    for _ in range(n):
        x = sigmoid(x)
        grad = grad * x * (1 - x)
    return grad.round(6)
