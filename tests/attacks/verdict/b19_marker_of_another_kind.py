# B19: returns the markers that stand for tensors and for what cannot be sent
# Without layers: fails
import sys

import numpy as np

wire = sys.modules["sandboxed.wire"]


def sigmoid(x):
    return wire.Tensor(np.zeros(x.shape), "cuda:0")


def tanh(x):
    return wire.Opaque("numpy.ndarray of the right values")


def relu(x):
    return wire.Tensor(wire.Tensor([0.5], "cpu"), "cpu")
