# mistake: remembered-by-shape
# function: sigmoid_chain_grad
# fails: values
# diagnosed: none
# nncheck: gradient_flow
import numpy as np

known = {}


def sigmoid(x):
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))


def sigmoid_chain_grad(x, n):
    key = n, x.shape, x.dtype
    if key not in known:
        grad = 1.0
        for _ in range(n):
            x = sigmoid(x)
            grad = grad * x * (1 - x)
        known[key] = grad
    return known[key]
