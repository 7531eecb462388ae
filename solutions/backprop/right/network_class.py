# nncheck: backprop
"""A small framework of layers that remember what backward needs; the asked functions use it."""

import numpy as np


class Linear:
    def __init__(self, weight, bias):
        self.weight = weight
        self.bias = bias

    def forward(self, x):
        self.x = x
        return x @ self.weight.T + self.bias

    def backward(self, upstream):
        rows = upstream.reshape(-1, upstream.shape[-1])
        self.weight_grad = rows.T @ self.x.reshape(-1, self.x.shape[-1])
        self.bias_grad = rows.sum(axis=0)
        return upstream @ self.weight


class Sigmoid:
    def forward(self, z):
        e = np.exp(-np.abs(z))
        self.a = np.where(z < 0, e, np.ones_like(z)) / (1 + e)
        return self.a

    def backward(self, upstream):
        return upstream * self.a * (1 - self.a)


class Network:
    def __init__(self, params):
        self.hidden = Linear(params["W1"], params["b1"])
        self.output = Linear(params["W2"], params["b2"])
        self.layers = [self.hidden, Sigmoid(), self.output, Sigmoid()]

    def forward(self, x):
        values = []
        for layer in self.layers:
            x = layer.forward(x)
            values.append(x)
        return values

    def backward(self, upstream):
        for layer in reversed(self.layers):
            upstream = layer.backward(upstream)
        return {
            "W1": self.hidden.weight_grad,
            "b1": self.hidden.bias_grad,
            "W2": self.output.weight_grad,
            "b2": self.output.bias_grad,
        }


def forward(x, params):
    return dict(zip(["z1", "a1", "z2", "a2"], Network(params).forward(x), strict=True))


def loss(a2, t):
    return 0.5 * np.square(np.subtract(a2, t)).sum()


def backward(x, t, params):
    network = Network(params)
    prediction = network.forward(x)[-1]
    return network.backward(prediction - t)


def sgd_step(params, grads, lr):
    return {key: value - lr * grads[key] for key, value in params.items()}


def train_step(x, t, params, lr):
    network = Network(params)
    prediction = network.forward(x)[-1]
    grads = network.backward(prediction - t)
    return sgd_step(params, grads, lr), loss(prediction, t)


def deep_backward(x, t, weights):
    layers = [Linear(W, 0) for W in weights]
    network = [part for layer in layers for part in (layer, Sigmoid())]
    for part in network:
        x = part.forward(x)
    upstream = x - t
    for part in reversed(network):
        upstream = part.backward(upstream)
    return [layer.weight_grad for layer in layers]
