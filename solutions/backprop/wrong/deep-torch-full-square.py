# mistake: deep-torch-full-square
# function: deep_backward
# fails: values
# diagnosed: NN549
# nncheck: backprop
import torch


def deep_backward(x, t, weights):
    leaves = [W.clone().requires_grad_() for W in weights]
    a = x
    for W in leaves:
        a = torch.sigmoid(a @ W.T)
    ((a - t) ** 2).sum().backward()
    return [W.grad for W in leaves]
