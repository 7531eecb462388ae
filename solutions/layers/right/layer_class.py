# nncheck: layers
"""A network is an object that holds layers; the activations are its methods, found by name."""

import math

import numpy as np


class Activations:
    @staticmethod
    def identity(z):
        return z

    @staticmethod
    def sigmoid(z):
        return np.exp(-np.logaddexp(np.zeros_like(z), -z))

    @staticmethod
    def tanh(z):
        return np.tanh(z)

    @staticmethod
    def relu(z):
        return z * (z > 0)

    @staticmethod
    def leaky_relu(z):
        return np.maximum(z, z * 0.01)

    @staticmethod
    def gelu(z):
        tails = np.array([math.erfc(-v / math.sqrt(2)) for v in z.ravel().tolist()], dtype=z.dtype)
        return z * tails.reshape(z.shape) / 2

    @staticmethod
    def softmax(z):
        z = z - np.max(z, axis=-1, keepdims=True)
        return np.exp(z) / np.sum(np.exp(z), axis=-1, keepdims=True)


class Layer:
    def __init__(self, W, b, activation="identity"):
        self.W = W
        self.b = b
        self.activate = getattr(Activations, activation)

    @property
    def parameters(self):
        outputs, inputs = self.W.shape
        return outputs * (inputs + 1)

    def __call__(self, x):
        return self.activate(np.matmul(x, self.W.transpose()) + self.b)


class Network:
    def __init__(self, layers):
        self.layers = layers

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    def __len__(self):
        return sum(layer.parameters for layer in self.layers)


def linear(x, W, b):
    return Layer(W, b)(x)


def mlp_forward(x, layers, activations):
    return Network([Layer(*pair, name) for pair, name in zip(layers, activations, strict=True)])(x)


def count_parameters(layers):
    return len(Network([Layer(W, b) for W, b in layers]))
