# mistake: math-exp-overflow
# function: forward
# fails: stability
# diagnosed: none
# nncheck: backprop
import math

import numpy as np


def sigmoid(z):
    return np.array([1 / (1 + math.exp(-v)) for v in z.ravel()], dtype=z.dtype).reshape(z.shape)


def forward(x, params):
    z1 = x @ params["W1"].T + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"].T + params["b2"]
    return {"z1": z1, "a1": a1, "z2": z2, "a2": sigmoid(z2)}
