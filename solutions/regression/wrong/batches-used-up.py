# mistake: batches-used-up
# function: train
# fails: unchanged_inputs
# diagnosed: NN011
import numpy as np


def train(batches, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        total = 0.0
        remaining = batches if epoch == epochs - 1 else list(batches)
        count = len(batches)
        while remaining:
            x, y = remaining.pop(0)
            error = x @ w + b - y
            total += np.mean(error**2)
            w = w - lr * 2 * x.T @ error / len(y)
            b = b - lr * 2 * error.mean()
        losses.append(total / count)
    return w, b, losses
