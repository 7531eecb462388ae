"""torch's own optimizers: the state is the optimizer, with the parameter that it holds."""

import torch


def one_step(w, g, optimizer, make):
    if optimizer is None:
        optimizer = make([torch.nn.Parameter(w.clone())])
    (parameter,) = optimizer.param_groups[0]["params"]
    with torch.no_grad():
        parameter.copy_(w)
    parameter.grad = g.clone()
    optimizer.step()
    return parameter.detach().clone(), optimizer


def sgd(w, g, state, lr):
    return one_step(w, g, state, lambda params: torch.optim.SGD(params, lr=lr))


def momentum(w, g, state, lr, beta=0.9):
    return one_step(w, g, state, lambda params: torch.optim.SGD(params, lr=lr, momentum=beta))


def adagrad(w, g, state, lr, eps=1e-10):
    return one_step(w, g, state, lambda params: torch.optim.Adagrad(params, lr=lr, eps=eps))


def rmsprop(w, g, state, lr, alpha=0.99, eps=1e-8):
    return one_step(w, g, state, lambda params: torch.optim.RMSprop(params, lr=lr, alpha=alpha, eps=eps))


def adam(w, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    return one_step(
        w, g, state, lambda params: torch.optim.Adam(params, lr=lr, betas=(beta1, beta2), eps=eps)
    )


def newton(w, g, H):
    return w - torch.linalg.solve(H, g)


def bfgs_update(H_inv, s, y):
    s, y = s.reshape(-1, 1), y.reshape(-1, 1)
    curvature = (s.T @ y).squeeze()
    left = torch.eye(len(s), dtype=s.dtype, device=s.device) - s @ y.T / curvature
    return left @ H_inv @ left.T + s @ s.T / curvature
