# mistake: torch-leaf-in-place
# function: relu_grad
# fails: values
# diagnosed: NN043
import torch


def floating(x):
    return x if x.is_floating_point() else x.to(torch.get_default_dtype())


def relu_grad(x):
    x = floating(x).clone().requires_grad_()
    x[x < 0] = 0.0
    (slope,) = torch.autograd.grad(x.sum(), x)
    return slope
