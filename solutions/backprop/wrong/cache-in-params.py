# mistake: cache-in-params
# function: forward
# fails: unchanged_inputs
# diagnosed: none
# nncheck: backprop
import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def forward(x, params):
    params["z1"] = x @ params["W1"].T + params["b1"]
    params["a1"] = sigmoid(params["z1"])
    params["z2"] = params["a1"] @ params["W2"].T + params["b2"]
    params["a2"] = sigmoid(params["z2"])
    return params
