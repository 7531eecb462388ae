"""The loop of every torch tutorial: loss, zero_grad, backward, step."""

import math

import torch


def predict(x, w, b):
    return x @ w + b


def leaves(w, b):
    return w.detach().clone().requires_grad_(), torch.tensor(b, dtype=w.dtype, requires_grad=True)


def gradients(x, y, w, b):
    w, b = leaves(w, b)
    torch.nn.MSELoss()(predict(x, w, b), y).backward()
    return w.grad, b.grad


def iterations_per_epoch(n, batch_size):
    return math.ceil(n / batch_size)


def train(batches, w, b, lr, epochs):
    w, b = leaves(w, b)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    criterion = torch.nn.MSELoss()
    losses = []
    for _ in range(epochs):
        total = 0.0
        for x, y in batches:
            loss = criterion(predict(x, w, b), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item()
        losses.append(total / len(batches))
    return w.detach(), b.item(), losses
