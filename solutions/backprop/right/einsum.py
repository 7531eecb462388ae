"""Every sum is spelled out by its indices: n sample, i input, h hidden, o output."""

import numpy as np


def logistic(z):
    return np.exp(-np.logaddexp(np.zeros_like(z), -z))


def forward(x, params):
    z1 = np.einsum("...i,hi->...h", x, params["W1"]) + params["b1"]
    a1 = logistic(z1)
    z2 = np.einsum("...h,oh->...o", a1, params["W2"]) + params["b2"]
    return dict(z1=z1, a1=a1, z2=z2, a2=logistic(z2))


def loss(a2, t):
    error = np.ravel(a2 - t)
    return np.einsum("k,k->", error, error) / 2


def backward(x, t, params):
    # always work on (n, features), even when there is a single sample
    x, t = x.reshape(-1, x.shape[-1]), t.reshape(-1, t.shape[-1])
    net = forward(x, params)
    d_a2 = net["a2"] - t
    d_z2 = np.einsum("no,no,no->no", d_a2, net["a2"], 1 - net["a2"])
    d_a1 = np.einsum("no,oh->nh", d_z2, params["W2"])
    d_z1 = np.einsum("nh,nh,nh->nh", d_a1, net["a1"], 1 - net["a1"])
    return dict(
        W1=np.einsum("nh,ni->hi", d_z1, x),
        b1=np.einsum("nh->h", d_z1),
        W2=np.einsum("no,nh->oh", d_z2, net["a1"]),
        b2=np.einsum("no->o", d_z2),
    )


def sgd_step(params, grads, lr):
    names = ("W1", "b1", "W2", "b2")
    return dict(zip(names, (params[k] - lr * grads[k] for k in names), strict=True))


def train_step(x, t, params, lr):
    return sgd_step(params, backward(x, t, params), lr), loss(forward(x, params)["a2"], t)


def deep_backward(x, t, weights):
    a = [x.reshape(-1, x.shape[-1])]
    for W in weights:
        a.append(logistic(np.einsum("ni,oi->no", a[-1], W)))
    d_a = a[-1] - t.reshape(-1, t.shape[-1])
    grads = []
    for W, before, after in zip(weights[::-1], a[-2::-1], a[::-1], strict=False):
        d_z = np.einsum("no,no,no->no", d_a, after, 1 - after)
        grads.append(np.einsum("no,ni->oi", d_z, before))
        d_a = np.einsum("no,oi->ni", d_z, W)
    return grads[::-1]
