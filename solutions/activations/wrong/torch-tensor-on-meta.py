# mistake: torch-tensor-on-meta
# function: relu
# fails: values
# diagnosed: NN040
import torch


def floating(x):
    return x if x.is_floating_point() else x.to(torch.get_default_dtype())


def relu(x):
    x = floating(x)
    return torch.maximum(x, torch.zeros_like(x, device="meta"))
