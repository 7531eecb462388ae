"""Every loss is written out; every gradient is autograd's."""

import torch


def gradient_of(loss):
    def gradient(p, y):
        leaf = p.detach().clone().requires_grad_()
        loss(leaf, y).backward()
        return leaf.grad

    return gradient


def mae(p, y):
    return (p - y).abs().mean()


def mse(p, y):
    return (p - y).pow(2).mean()


def half_sse(p, y):
    return (p - y).square().sum() * 0.5


def binary_cross_entropy(p, y):
    return -(torch.xlogy(y, p) + torch.xlogy(1 - y, 1 - p)).mean()


def cross_entropy(p, y):
    return -torch.xlogy(y, p).sum(dim=1).mean()


def bce_with_logits(z, y):
    log_p, log_q = torch.nn.functional.logsigmoid(z), torch.nn.functional.logsigmoid(-z)
    return -(y * log_p + (1 - y) * log_q).mean()


def softmax_cross_entropy(z, y):
    return (torch.logsumexp(z, dim=-1) - (z * y).sum(dim=-1)).mean()


mae_grad = gradient_of(mae)
mse_grad = gradient_of(mse)
half_sse_grad = gradient_of(half_sse)
binary_cross_entropy_grad = gradient_of(binary_cross_entropy)
cross_entropy_grad = gradient_of(cross_entropy)
bce_with_logits_grad = gradient_of(bce_with_logits)
softmax_cross_entropy_grad = gradient_of(softmax_cross_entropy)
