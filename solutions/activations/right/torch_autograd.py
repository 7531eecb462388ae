"""Only the functions are written down; autograd finds every slope."""

import torch


def prepare(x):
    """A floating copy of x that autograd may follow, so that the caller's tensor stays as it is."""
    if not x.is_floating_point():
        x = x.to(torch.get_default_dtype())
    return x.detach().clone()


def slope(function, x):
    x = prepare(x).requires_grad_(True)
    (gradient,) = torch.autograd.grad(function(x).sum(), x)
    return gradient


def sigmoid(x):
    return torch.sigmoid(x if x.is_floating_point() else prepare(x))


def sigmoid_grad(x):
    return slope(sigmoid, x)


def tanh(x):
    return torch.tanh(x if x.is_floating_point() else prepare(x))


def tanh_grad(x):
    return slope(tanh, x)


def relu(x):
    return torch.relu(x if x.is_floating_point() else prepare(x))


def relu_grad(x):
    return slope(relu, x)


def prelu(x, alpha):
    x = x if x.is_floating_point() else prepare(x)
    below = torch.where(x < 0, x, torch.zeros_like(x))  # keeps inf out of the product with alpha
    return torch.where(x < 0, alpha * below, x)


def prelu_grad(x, alpha):
    x = prepare(x).requires_grad_(True)
    slopes = torch.zeros_like(x).add(alpha).detach().requires_grad_(True)
    return torch.autograd.grad(prelu(x, slopes).sum(), (x, slopes))


def leaky_relu(x, alpha=0.01):
    return prelu(x, alpha)


def leaky_relu_grad(x, alpha=0.01):
    return prelu_grad(x, alpha)[0]


def gelu(x):
    return torch.nn.functional.gelu(x if x.is_floating_point() else prepare(x))


def gelu_grad(x):
    return slope(gelu, prepare(x).clamp(-40.0, 40.0))


def identity(x):
    return x


def identity_grad(x):
    return slope(identity, x)
