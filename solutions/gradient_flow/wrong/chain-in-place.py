# mistake: chain-in-place
# function: sigmoid_chain_grad
# fails: unchanged_inputs
# diagnosed: NN011
# nncheck: gradient_flow
import numpy as np


def sigmoid_chain_grad(x, n):
    grad = np.ones_like(x)
    for _ in range(n):
        x[...] = 1 / (1 + np.exp(-x))
        grad = grad * x * (1 - x)
    return grad
