# attack: too-many-keys
# function: forward
# outcome: too much to be an answer; loss keeps its points
# nncheck: backprop
import numpy as np


def forward(x, params):
    result = {f"z{i}": i for i in range(150_000)}
    result["a2"] = np.zeros(5_000_000)
    return result


def loss(a2, t):
    return 0.5 * ((a2 - t) ** 2).sum()
