# mistake: three-layers-only
# function: mlp_forward
# fails: values
# diagnosed: none
# nncheck: layers
import math

import numpy as np

erf = np.vectorize(math.erf, otypes=[float])


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
    "gelu": lambda z: (z * (1 + erf(z / math.sqrt(2))) / 2).astype(z.dtype),
    "softmax": softmax,
}


def mlp_forward(x, layers, activations):
    (W1, b1), (W2, b2), (W3, b3) = layers
    f1, f2, f3 = (ACTIVATIONS[name] for name in activations)
    return f3(f2(f1(x @ W1.T + b1) @ W2.T + b2) @ W3.T + b3)
