# mistake: detached-statistics
# function: batch_norm_backward
# fails: values
# diagnosed: NN851
import torch


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    x, gamma = x.detach().clone().requires_grad_(), gamma.detach().clone().requires_grad_()
    beta = torch.zeros_like(gamma).requires_grad_()
    mu, var = x.detach().mean(0), x.detach().var(0, correction=0)
    y = gamma * (x - mu) / torch.sqrt(var + eps) + beta
    return torch.autograd.grad((y * dy).sum(), (x, gamma, beta))
