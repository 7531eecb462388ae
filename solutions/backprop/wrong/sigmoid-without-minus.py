# mistake: sigmoid-without-minus
# function: forward
# fails: values
# diagnosed: none
# nncheck: backprop
import numpy as np


def f(z):
    return 1 / (1 + np.exp(z))


def forward(x, params):
    z1 = x @ params["W1"].T + params["b1"]
    z2 = f(z1) @ params["W2"].T + params["b2"]
    return {"z1": z1, "a1": f(z1), "z2": z2, "a2": f(z2)}
