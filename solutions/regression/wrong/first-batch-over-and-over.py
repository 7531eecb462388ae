# mistake: first-batch-over-and-over
# function: train
# fails: values
# diagnosed: NN1460
import numpy as np


def train(batches, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        total = 0.0
        for _ in range(len(batches)):
            x, y = next(iter(batches))
            error = x @ w + b - y
            total += np.mean(error**2)
            w = w - lr * 2 * x.T @ error / len(y)
            b = b - lr * 2 * error.mean()
        losses.append(total / len(batches))
    return w, b, losses
