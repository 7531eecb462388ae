# mistake: hidden-layer-not-activated
# function: forward
# fails: values
# diagnosed: NN406
# nncheck: backprop
import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def forward(x, params):
    z1 = x @ params["W1"].T + params["b1"]
    a1 = sigmoid(z1)
    z2 = z1 @ params["W2"].T + params["b2"]
    return {"z1": z1, "a1": a1, "z2": z2, "a2": sigmoid(z2)}
