# mistake: torch-graph-used-twice
# function: backward
# fails: values
# diagnosed: NN046
# nncheck: backprop
import torch


def backward(x, t, params):
    p = {name: value.clone().requires_grad_(True) for name, value in params.items()}
    a1 = torch.sigmoid(x.to(p["W1"].dtype) @ p["W1"].T + p["b1"])
    a2 = torch.sigmoid(a1 @ p["W2"].T + p["b2"])
    error = 0.5 * (a2 - t).pow(2).sum()
    return {name: torch.autograd.grad(error, value)[0] for name, value in p.items()}
