# mistake: torch-not-summed
# function: sigmoid_grad
# fails: values
# diagnosed: NN047
import torch


def floating(x):
    return x if x.is_floating_point() else x.to(torch.get_default_dtype())


def sigmoid_grad(x):
    x = floating(x).clone().requires_grad_()
    torch.sigmoid(x).backward()
    return x.grad
