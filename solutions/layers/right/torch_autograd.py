"""Tensors that collect gradients: the answers carry a graph, as they do while one trains."""

import torch


def parameter(values):
    return values.clone().requires_grad_()


def linear(x, W, b):
    return torch.matmul(x, parameter(W).mT) + parameter(b)


def rectified(z, slope):
    return torch.where(z > 0, z, slope * z)


def normal_probability(z):
    return 0.5 * (1 + torch.erf(z / 2**0.5))


ACTIVATIONS = dict(
    identity=lambda z: z,
    sigmoid=torch.special.expit,
    tanh=torch.tanh,
    relu=lambda z: rectified(z, 0.0),
    leaky_relu=lambda z: rectified(z, 0.01),
    gelu=lambda z: z * normal_probability(z),
    softmax=lambda z: torch.exp(z - torch.logsumexp(z, dim=-1, keepdim=True)),
)


def mlp_forward(x, layers, activations):
    a = x
    for i, (W, b) in enumerate(layers):
        a = ACTIVATIONS[activations[i]](linear(a, W, b))
    return a


def count_parameters(layers):
    return torch.tensor([p.nelement() for pair in layers for p in pair]).sum()
