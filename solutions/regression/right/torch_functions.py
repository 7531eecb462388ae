"""Tensors, torch's loss, and the gradients by hand."""

import torch
import torch.nn.functional as F


def predict(x, w, b):
    return torch.mv(x, w) + b


def gradients(x, y, w, b):
    error = predict(x, w, b) - y
    return 2 * torch.mv(x.T, error) / len(y), 2 * error.mean()


def iterations_per_epoch(n, batch_size):
    return sum(1 for _ in range(0, n, batch_size))


def train(batches, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        seen = torch.zeros(len(batches), dtype=w.dtype)
        for step, (x, y) in enumerate(batches):
            seen[step] = F.mse_loss(predict(x, w, b), y)
            dw, db = gradients(x, y, w, b)
            w, b = w.sub(dw, alpha=lr), b - lr * db
        losses.append(seen.mean())
    return w, b, torch.stack(losses)
