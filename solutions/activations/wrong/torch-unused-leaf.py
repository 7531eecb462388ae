# mistake: torch-unused-leaf
# function: tanh_grad
# fails: values
# diagnosed: NN041
import torch


def floating(x):
    return x if x.is_floating_point() else x.to(torch.get_default_dtype())


def tanh_grad(x):
    leaf = floating(x).clone().requires_grad_()
    y = torch.tanh(floating(x).clone().requires_grad_())
    (slope,) = torch.autograd.grad(y.sum(), leaf)
    return slope
