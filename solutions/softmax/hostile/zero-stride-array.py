# attack: zero-stride-array
# function: softmax_jacobian
# outcome: a trillion zeros that take no memory are too many to be an answer; softmax keeps its points
import numpy as np


def softmax(z):
    z = z * 1.0
    e = np.exp(z - z.max(axis=-1, keepdims=True, initial=-np.inf))
    return e / e.sum(axis=-1, keepdims=True)


def softmax_jacobian(z):
    return np.lib.stride_tricks.as_strided(np.array(0.0), shape=(2**40,), strides=(0,))
