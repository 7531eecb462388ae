# mistake: unknown-activation
# function: mlp_forward
# fails: values
# diagnosed: NN017
# nncheck: layers
import numpy as np


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def softmax(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


ACTIVATIONS = {
    "identity": lambda z: z,
    "sigmoid": sigmoid,
    "tanh": np.tanh,
    "relu": lambda z: np.maximum(z, 0),
    "leaky_relu": lambda z: np.where(z > 0, z, 0.01 * z),
    "softmax": softmax,
}


def mlp_forward(x, layers, activations):
    for (W, b), name in zip(layers, activations, strict=True):
        x = ACTIVATIONS[name](x @ W.T + b)
    return x
