"""The backward pass by hand, on tensors."""

import torch
import torch.nn.functional as F


def forward(x, params):
    x = x.to(params["W1"].dtype)
    z1 = F.linear(x, params["W1"], params["b1"])
    a1 = torch.sigmoid(z1)
    z2 = F.linear(a1, params["W2"], params["b2"])
    a2 = torch.sigmoid(z2)
    return {"z1": z1, "a1": a1, "z2": z2, "a2": a2}


def loss(a2, t):
    return 0.5 * F.mse_loss(a2, t.to(a2.dtype), reduction="sum")


def backward(x, t, params):
    x = torch.atleast_2d(x).to(params["W1"].dtype)
    t = torch.atleast_2d(t)
    net = forward(x, params)
    delta2 = (net["a2"] - t) * net["a2"] * (1 - net["a2"])
    delta1 = delta2.mm(params["W2"]) * net["a1"] * (1 - net["a1"])
    return {
        "W1": delta1.t().mm(x),
        "b1": delta1.sum(dim=0),
        "W2": delta2.t().mm(net["a1"]),
        "b2": delta2.sum(dim=0),
    }


def sgd_step(params, grads, lr):
    return {name: torch.sub(p, grads[name], alpha=lr) for name, p in params.items()}


def train_step(x, t, params, lr):
    before = loss(forward(x, params)["a2"], t)
    return sgd_step(params, backward(x, t, params), lr), before


def deep_backward(x, t, weights):
    outputs = [torch.atleast_2d(x)]
    for W in weights:
        outputs.append(torch.sigmoid(F.linear(outputs[-1], W)))
    upstream = outputs[-1] - torch.atleast_2d(t)
    grads = []
    while outputs[1:]:
        a = outputs.pop()
        delta = upstream * a * (1 - a)
        grads.insert(0, delta.t().mm(outputs[-1]))
        upstream = delta.mm(weights[len(outputs) - 1])
    return grads
