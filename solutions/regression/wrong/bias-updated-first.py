# mistake: bias-updated-first
# function: train
# fails: values
# diagnosed: NN1472
import numpy as np


def train(batches, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        total = 0.0
        for x, y in batches:
            error = x @ w + b - y
            total += np.mean(error**2)
            b = b - lr * 2 * error.mean()
            w = w - lr * 2 * x.T @ (x @ w + b - y) / len(y)
        losses.append(total / len(batches))
    return w, b, losses
