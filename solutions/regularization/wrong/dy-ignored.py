# mistake: dy-ignored
# function: batch_norm_backward
# fails: values
# diagnosed: NN868
import torch


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    x, gamma = x.detach().clone().requires_grad_(), gamma.detach().clone().requires_grad_()
    beta = torch.zeros_like(gamma).requires_grad_()
    y = gamma * (x - x.mean(0)) / torch.sqrt(x.var(0, correction=0) + eps) + beta
    return torch.autograd.grad(y.sum(), (x, gamma, beta))
