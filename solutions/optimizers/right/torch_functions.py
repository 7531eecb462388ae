"""Tensors, and the formulas as they stand."""

import torch


def sgd(w, g, state, lr):
    return w - lr * g, None


def momentum(w, g, state, lr, beta=0.9):
    v = g.clone() if state is None else state.mul(beta).add(g)
    return torch.add(w, v, alpha=-lr), v


def adagrad(w, g, state, lr, eps=1e-10):
    total = torch.zeros_like(w) if state is None else state
    total = total.addcmul(g, g)
    return w - lr * g / (total.sqrt() + eps), total


def rmsprop(w, g, state, lr, alpha=0.99, eps=1e-8):
    average = torch.zeros_like(w) if state is None else state
    average = average.lerp(g.square(), 1 - alpha)
    return w.addcdiv(g, average.sqrt().add(eps), value=-lr), average


def adam(w, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v, t = (torch.zeros_like(w), torch.zeros_like(w), 0) if state is None else state
    t = t + 1
    m = torch.lerp(m, g, 1 - beta1)
    v = torch.lerp(v, g * g, 1 - beta2)
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m_hat / (torch.sqrt(v_hat) + eps), (m, v, t)


def newton(w, g, H):
    factor = torch.linalg.cholesky(H)
    return w - torch.cholesky_solve(g.unsqueeze(1), factor).squeeze(1)


def bfgs_update(H_inv, s, y):
    rho = 1.0 / (y @ s)
    factor = torch.eye(s.numel(), dtype=s.dtype, device=s.device) - rho * torch.outer(y, s)
    return factor.T @ H_inv @ factor + rho * s.outer(s)
