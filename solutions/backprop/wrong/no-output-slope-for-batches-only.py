# mistake: no-output-slope-for-batches-only
# function: backward
# fails: values
# diagnosed: NN441
# nncheck: backprop
import numpy as np
def sigmoid(z):
    return 1/(1+np.exp(-z))
def forward(x, params):
    z1 = x @ params["W1"].T + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"].T + params["b2"]
    return {"z1": z1, "a1": a1, "z2": z2, "a2": sigmoid(z2)}
def backward(x, t, params):
    f = forward(x, params)
    d2 = f["a2"] - t
    d1 = (d2 @ params["W2"]) * f["a1"] * (1 - f["a1"])
    return {"W1": d1.T @ x, "b1": d1.sum(0), "W2": d2.T @ f["a1"], "b2": d2.sum(0)}
