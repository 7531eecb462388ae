# mistake: nothing-updated
# function: train
# fails: values
# diagnosed: NN1468
import numpy as np


def step(w, b, x, y, lr):
    error = x @ w + b - y
    w = w - lr * 2 * x.T @ error / len(y)
    b = b - lr * 2 * error.mean()


def train(batches, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        total = 0.0
        for x, y in batches:
            total += np.mean((x @ w + b - y) ** 2)
            step(w, b, x, y, lr)
        losses.append(total / len(batches))
    return w, b, losses
