# nncheck: layers
"""A torch.nn.Sequential with the given weights in it, as the notes build theirs."""

import torch
from torch import nn

MODULES = {
    "identity": nn.Identity,
    "sigmoid": nn.Sigmoid,
    "tanh": nn.Tanh,
    "relu": nn.ReLU,
    "leaky_relu": nn.LeakyReLU,
    "gelu": nn.GELU,
    "softmax": lambda: nn.Softmax(dim=-1),
}


def fully_connected(W, b):
    outputs, inputs = W.shape
    layer = nn.Linear(inputs, outputs, dtype=W.dtype)
    with torch.no_grad():
        layer.weight.copy_(W)
        layer.bias.copy_(b)
    return layer


def network(layers, activations):
    parts = []
    for (W, b), name in zip(layers, activations, strict=True):
        parts += [fully_connected(W, b), MODULES[name]()]
    return nn.Sequential(*parts)


def linear(x, W, b):
    return fully_connected(W, b)(x)


def mlp_forward(x, layers, activations):
    return network(layers, activations)(x)


def count_parameters(layers):
    model = network(layers, ["identity"] * len(layers))
    return sum(parameter.numel() for parameter in model.parameters())
