# mistake: slope-of-the-mean
# function: tanh_grad
# fails: values
# diagnosed: none
import torch


def tanh_grad(x):
    x = x.to(x.dtype if x.is_floating_point() else torch.get_default_dtype())
    x = x.clone().requires_grad_(True)
    torch.tanh(x).mean().backward()  # backward wants a scalar
    return x.grad
