"""Activation functions and their slopes, the way the lecture notes write them."""

import math

import numpy as np

erf = np.vectorize(math.erf, otypes=[np.float64])


def to_float(x):
    """Whole numbers cannot hold the results, so make them float64 first."""
    x = np.asarray(x)
    return x if x.dtype.kind == "f" else x.astype(np.float64)


def sigmoid(x):
    # 1/(1 + e^-x); with e^-|x| nothing can overflow
    x = to_float(x)
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))


def sigmoid_grad(x):
    f = sigmoid(x)
    return f * (1 - f)


def tanh(x):
    # (e^x - e^-x)/(e^x + e^-x), divided above and below by e^|x|
    x = to_float(x)
    e = np.exp(-2 * np.abs(x))
    return np.sign(x) * (1 - e) / (1 + e)


def tanh_grad(x):
    return 1 - tanh(x) ** 2


def relu(x):
    return np.maximum(to_float(x), 0)


def relu_grad(x):
    x = to_float(x)
    return (x > 0).astype(x.dtype)


def leaky_relu(x, alpha=0.01):
    x = to_float(x)
    return np.where(x > 0, x, alpha * x).astype(x.dtype)


def leaky_relu_grad(x, alpha=0.01):
    x = to_float(x)
    return np.where(x > 0, 1, alpha).astype(x.dtype)


def prelu(x, alpha):
    return leaky_relu(x, alpha)


def prelu_grad(x, alpha):
    x = to_float(x)
    return leaky_relu_grad(x, alpha), np.minimum(x, 0)


def gelu(x):
    x = to_float(x)
    return 0.5 * x * (1 + erf(x / math.sqrt(2)).astype(x.dtype))


def gelu_grad(x):
    # Phi(x) + x phi(x); beyond 40 it is 0 or 1 to the last digit, and infinity times 0 is avoided
    x = np.clip(to_float(x), -40, 40)
    cdf = 0.5 * (1 + erf(x / math.sqrt(2)).astype(x.dtype))
    pdf = np.exp(-x * x / 2) / math.sqrt(2 * math.pi)
    return cdf + x * pdf


def identity(x):
    return x


def identity_grad(x):
    return np.ones_like(to_float(x))
