# mistake: the-bound
# function: sigmoid_chain_grad
# fails: values
# diagnosed: NN1504
# nncheck: gradient_flow
import numpy as np


def sigmoid_chain_grad(x, n):
    return np.full(x.shape, 0.25**n)
