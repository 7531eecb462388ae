# mistake: torch-through-numpy
# function: gelu_grad
# fails: values
# diagnosed: NN042
import torch


def floating(x):
    return x if x.is_floating_point() else x.to(torch.get_default_dtype())

import math

import numpy as np


def gelu_grad(x):
    x = floating(x).clone().requires_grad_()
    y = x * 0.5 * (1 + torch.erf(x / math.sqrt(2)))
    total = torch.as_tensor(np.sum(np.asarray(y)))
    (slope,) = torch.autograd.grad(total, x)
    return slope
