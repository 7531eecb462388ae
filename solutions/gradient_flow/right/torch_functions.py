# nncheck: gradient_flow
"""The recursion by hand, on tensors; the norms are plain numbers."""

import torch
import torch.nn.functional as F


def sigmoid_chain_grad(x, n):
    grad = torch.ones_like(x)
    for _ in range(n):
        x = torch.sigmoid(x)
        grad = grad.mul(x).mul(1 - x)
    return grad


def activate(name, z):
    if name == "sigmoid":
        a = torch.sigmoid(z)
        return a, a - a.square()
    if name == "tanh":
        a = F.tanh(z)
        return a, 1 - a.square()
    if name == "relu":
        return F.relu(z), (z > 0).to(z.dtype)
    return z, torch.ones_like(z)


def gradient_norms(x, weights, activation):
    a = torch.atleast_2d(x)
    cache = []
    for W in weights:
        z = F.linear(a, W)
        incoming = a
        a, slope = activate(activation, z)
        cache.append((W, incoming, slope))
    upstream, norms = torch.ones_like(a), []
    for W, incoming, slope in reversed(cache):
        delta = upstream * slope
        norms.insert(0, torch.linalg.matrix_norm(delta.t() @ incoming).item())
        upstream = delta @ W
    return norms
