# mistake: torch-result-in-place
# function: tanh_grad
# fails: values
# diagnosed: NN044
import torch


def floating(x):
    return x if x.is_floating_point() else x.to(torch.get_default_dtype())


def tanh_grad(x):
    x = floating(x).clone().requires_grad_()
    y = torch.tanh(x)
    y += 1.0
    (slope,) = torch.autograd.grad(y.sum(), x)
    return slope
