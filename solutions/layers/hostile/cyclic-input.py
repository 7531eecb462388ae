# attack: cyclic-input
# function: mlp_forward
# outcome: a list of layers that contains itself is seen to be changed; linear keeps its points
# nncheck: layers
import numpy as np


def linear(x, W, b):
    return x @ W.T + b


def mlp_forward(x, layers, activations):
    layers.append(layers)
    activations.append(activations)
    layers.append({"again": [layers, activations] * 1000})
    return np.zeros((*x.shape[:-1], len(layers[-3][1])))
