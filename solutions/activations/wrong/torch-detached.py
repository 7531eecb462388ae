# mistake: torch-detached
# function: sigmoid_grad
# fails: values
# diagnosed: NN041
import torch


def floating(x):
    return x if x.is_floating_point() else x.to(torch.get_default_dtype())


def sigmoid_grad(x):
    x = floating(x).clone().requires_grad_()
    y = torch.sigmoid(x).detach()
    (slope,) = torch.autograd.grad(y.sum(), x)
    return slope
