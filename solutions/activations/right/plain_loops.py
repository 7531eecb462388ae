"""One number at a time with the math module; a loop carries it over the array."""

import math

import numpy as np


def for_each(function, x):
    x = np.asarray(x)
    dtype = x.dtype if x.dtype in (np.float16, np.float32, np.float64) else np.float64
    result = np.empty(x.shape, dtype)
    for index in np.ndindex(*x.shape):
        result[index] = function(float(x[index]))
    return result


def logistic(v):
    if v < 0:
        return math.exp(v) / (1 + math.exp(v))
    return 1 / (1 + math.exp(-v))


def logistic_slope(v):
    e = math.exp(-abs(v))
    return e / (1 + e) ** 2


def tanh_slope(v):
    e = math.exp(-2 * abs(v))
    return 4 * e / (1 + e) ** 2


def smooth_relu(v):
    if v < -40:
        return 0.0
    return 0.5 * v * math.erfc(-v / math.sqrt(2))


def smooth_relu_slope(v):
    if abs(v) > 40:
        return 1.0 if v > 0 else 0.0
    return 0.5 * math.erfc(-v / math.sqrt(2)) + v * math.exp(-v * v / 2) / math.sqrt(2 * math.pi)


def sigmoid(x):
    return for_each(logistic, x)


def sigmoid_grad(x):
    return for_each(logistic_slope, x)


def tanh(x):
    return for_each(math.tanh, x)


def tanh_grad(x):
    return for_each(tanh_slope, x)


def relu(x):
    return for_each(lambda v: max(0.0, v), x)


def relu_grad(x):
    return for_each(lambda v: 1.0 if v > 0 else 0.0, x)


def leaky_relu(x, alpha=0.01):
    return for_each(lambda v: v if v > 0 else alpha * v, x)


def leaky_relu_grad(x, alpha=0.01):
    return for_each(lambda v: 1.0 if v > 0 else alpha, x)


def prelu(x, alpha):
    return for_each(lambda v: v if v > 0 else alpha * v, x)


def prelu_grad(x, alpha):
    by_x = for_each(lambda v: 1.0 if v > 0 else alpha, x)
    by_alpha = for_each(lambda v: min(v, 0.0), x)
    return by_x, by_alpha


def gelu(x):
    return for_each(smooth_relu, x)


def gelu_grad(x):
    return for_each(smooth_relu_slope, x)


def identity(x):
    return x


def identity_grad(x):
    return for_each(lambda v: 1.0, x)
