# mistake: overflows
# function: sigmoid_chain_grad
# fails: stability
# diagnosed: none
# nncheck: gradient_flow
import numpy as np


def sigmoid_chain_grad(x, n):
    grad = 1.0
    for _ in range(n):
        grad = grad * np.exp(-x) / (1 + np.exp(-x)) ** 2
        x = 1 / (1 + np.exp(-x))
    return grad
