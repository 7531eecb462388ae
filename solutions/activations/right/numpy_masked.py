"""Every activation fills its result branch by branch, through boolean masks."""

import math

import numpy as np


def empty_result(x):
    dtype = x.dtype if np.issubdtype(x.dtype, np.floating) else np.float64
    return np.empty(x.shape, dtype=dtype)


def sigmoid(x):
    out = empty_result(x)
    x = x.astype(out.dtype)
    pos = x >= 0
    neg = ~pos
    out[pos] = 1.0 / (1.0 + np.exp(-x[pos]))
    t = np.exp(x[neg])
    out[neg] = t / (1.0 + t)
    return out


def sigmoid_grad(x):
    out = empty_result(x)
    t = np.exp(-np.abs(x.astype(out.dtype)))
    out[...] = t / (1.0 + t) ** 2
    return out


def tanh(x):
    out = empty_result(x)
    x = x.astype(out.dtype)
    pos = x >= 0
    neg = ~pos
    t = np.expm1(-2.0 * x[pos])
    out[pos] = -t / (t + 2.0)
    t = np.expm1(2.0 * x[neg])
    out[neg] = t / (t + 2.0)
    return out


def tanh_grad(x):
    out = empty_result(x)
    t = np.exp(-2.0 * np.abs(x.astype(out.dtype)))
    out[...] = 4.0 * t / (1.0 + t) ** 2
    return out


def relu(x):
    out = empty_result(x)
    out[...] = x
    out[out < 0] = 0.0
    return out


def relu_grad(x):
    out = empty_result(x)
    out[x >= 0] = 1.0
    out[x < 0] = 0.0
    return out


def leaky_relu(x, alpha=0.01):
    out = empty_result(x)
    neg = x < 0
    out[~neg] = x[~neg]
    out[neg] = alpha * x[neg]
    return out


def leaky_relu_grad(x, alpha=0.01):
    out = empty_result(x)
    out[x >= 0] = 1.0
    out[x < 0] = alpha
    return out


def prelu(x, alpha):
    return leaky_relu(x, alpha=alpha)


def prelu_grad(x, alpha):
    d_alpha = empty_result(x)
    d_alpha[x >= 0] = 0.0
    d_alpha[x < 0] = x[x < 0]
    return leaky_relu_grad(x, alpha=alpha), d_alpha


def normal_cdf(values):
    return np.array([0.5 * math.erfc(-v / math.sqrt(2.0)) for v in values.tolist()])


def gelu(x):
    out = empty_result(x)
    big = x > 40
    small = x < -40
    mid = ~(big | small)
    out[big] = x[big]
    out[small] = 0.0
    out[mid] = x[mid] * normal_cdf(x[mid])
    return out


def gelu_grad(x):
    out = empty_result(x)
    mid = np.abs(x) <= 40
    out[x > 40] = 1.0
    out[x < -40] = 0.0
    v = x[mid].astype(np.float64)
    out[mid] = normal_cdf(v) + v * np.exp(-0.5 * v**2) / np.sqrt(2.0 * np.pi)
    return out


def identity(x):
    return x.copy()


def identity_grad(x):
    out = empty_result(x)
    out.fill(1.0)
    return out
