# mistake: column-minus-row
# function: train
# fails: values
# diagnosed: none
import numpy as np


def train(batches, w, b, lr, epochs):
    losses = []
    w = w.reshape(-1, 1)
    for _ in range(epochs):
        total = 0.0
        for x, y in batches:
            error = x @ w + b - y
            total += np.mean(error**2)
            w = w - lr * 2 * (x.T @ error).mean(axis=1, keepdims=True) / len(y)
            b = b - lr * 2 * error.mean()
        losses.append(total / len(batches))
    return w[:, 0], b, losses
