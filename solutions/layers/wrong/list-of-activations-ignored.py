# mistake: list-of-activations-ignored
# function: mlp_forward
# fails: values
# diagnosed: NN1159
# nncheck: layers
import numpy as np


def mlp_forward(x, layers, activations):
    for W, b in layers:
        x = np.maximum(0, x @ W.T + b)
    return x
