# mistake: one-number-only
# function: sigmoid_chain_grad
# fails: values
# diagnosed: NN001
# nncheck: gradient_flow
import math


def sigmoid_chain_grad(x, n):
    grad = 1.0
    for _ in range(n):
        x = 1 / (1 + math.exp(-x))
        grad *= x * (1 - x)
    return grad
