# mistake: graph-cut
# function: backward
# fails: values
# diagnosed: none
# nncheck: backprop
import torch


def backward(x, t, params):
    p = {name: value.clone().requires_grad_(True) for name, value in params.items()}
    a1 = torch.sigmoid(x.to(p["W1"].dtype) @ p["W1"].T + p["b1"]).detach()
    a2 = torch.sigmoid(a1 @ p["W2"].T + p["b2"])
    (0.5 * (a2 - t).pow(2).sum()).backward()
    return {name: torch.zeros_like(v) if v.grad is None else v.grad for name, v in p.items()}
