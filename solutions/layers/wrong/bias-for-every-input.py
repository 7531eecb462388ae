# mistake: bias-for-every-input
# function: linear
# fails: values
# diagnosed: NN1106
# nncheck: layers
import numpy as np


def linear(x, W, b):
    outputs = np.zeros((*x.shape[:-1], len(W)), dtype=x.dtype)
    for j in range(len(W)):
        for i in range(W.shape[1]):
            outputs[..., j] += x[..., i] * W[j, i] + b[j]
    return outputs
