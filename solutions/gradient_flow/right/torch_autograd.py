"""torch differentiates; the norms are those of what it leaves in .grad."""

import torch

ACTIVATIONS = {
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "identity": lambda z: z,
}


def sigmoid_chain_grad(x, n):
    x = x.detach().clone().requires_grad_(True)
    y = x
    for _ in range(n):
        y = y.sigmoid()
    y.sum().backward()
    return x.grad


def gradient_norms(x, weights, activation):
    parameters = [torch.nn.Parameter(W.clone()) for W in weights]
    a = x
    for W in parameters:
        a = ACTIVATIONS[activation](a @ W.T)
    a.sum().backward()
    return [W.grad.norm() for W in parameters]
