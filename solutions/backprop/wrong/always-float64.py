# mistake: always-float64
# function: forward
# fails: dtype
# diagnosed: none
# nncheck: backprop
import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def forward(x, params):
    p = {name: value.astype(np.float64) for name, value in params.items()}
    z1 = x @ p["W1"].T + p["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ p["W2"].T + p["b2"]
    return {"z1": z1, "a1": a1, "z2": z2, "a2": sigmoid(z2)}
