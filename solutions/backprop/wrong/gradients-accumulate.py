# mistake: gradients-accumulate
# function: backward
# fails: repeatable
# diagnosed: none
# nncheck: backprop
import torch


def layers(x, p):
    a1 = torch.sigmoid(x.to(p["W1"].dtype) @ p["W1"].T + p["b1"])
    return torch.sigmoid(a1 @ p["W2"].T + p["b2"])


learned = {}


def backward(x, t, params):
    for name, p in params.items():
        if name in learned and learned[name].shape == p.shape and learned[name].dtype == p.dtype:
            learned[name].data = p.clone()
        else:
            learned[name] = p.clone().requires_grad_(True)
    error = 0.5 * (layers(x, learned) - t).pow(2).sum()
    error.backward()
    return {name: p.grad.clone() for name, p in learned.items()}
