# Sigmoid and tanh with math.exp, as in a first course: math.exp(710) raises OverflowError.
import math

import numpy as np


def sigmoid(x):
    x = np.asarray(x)
    values = [1 / (1 + math.exp(-v)) for v in x.ravel().tolist()]
    return np.array(values).reshape(x.shape).astype(result_dtype(x))


def sigmoid_grad(x):
    s = sigmoid(x)
    return s * (1 - s)


def tanh(x):
    x = np.asarray(x)
    values = []
    for v in x.ravel().tolist():
        values.append((math.exp(v) - math.exp(-v)) / (math.exp(v) + math.exp(-v)))
    return np.array(values).reshape(x.shape).astype(result_dtype(x))


def tanh_grad(x):
    t = tanh(x)
    return 1 - t**2


def result_dtype(x):
    return x.dtype if x.dtype.kind == "f" else np.float64
