"""As the notes' torch program does it: a forward pass, loss.backward(), one step of SGD."""

import torch
import torch.nn.functional as F


def forward(x, params):
    z1 = F.linear(x.to(params["W1"].dtype), params["W1"], params["b1"])
    a1 = z1.sigmoid()
    z2 = F.linear(a1, params["W2"], params["b2"])
    return {"z1": z1, "a1": a1, "z2": z2, "a2": z2.sigmoid()}


def loss(a2, t):
    return (a2 - t).pow(2).sum() / 2


def leaves(params):
    """Copies that collect gradients; the caller's tensors stay as they are."""
    return {name: p.detach().clone().requires_grad_(True) for name, p in params.items()}


def backward(x, t, params):
    learned = leaves(params)
    loss(forward(x, learned)["a2"], t).backward()
    return {name: p.grad for name, p in learned.items()}


def sgd_step(params, grads, lr):
    with torch.no_grad():
        return {name: p - lr * grads[name] for name, p in params.items()}


def train_step(x, t, params, lr):
    learned = leaves(params)
    optimizer = torch.optim.SGD(learned.values(), lr=lr)
    before = loss(forward(x, learned)["a2"], t)
    before.backward()
    optimizer.step()
    return {name: p.detach() for name, p in learned.items()}, before.detach()


def deep_backward(x, t, weights):
    learned = [W.detach().clone().requires_grad_(True) for W in weights]
    a = x
    for W in learned:
        a = F.linear(a, W).sigmoid()
    loss(a, t).backward()
    return [W.grad for W in learned]
