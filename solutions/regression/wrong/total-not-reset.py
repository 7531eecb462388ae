# mistake: total-not-reset
# function: train
# fails: values
# diagnosed: NN1442
import numpy as np


def train(batches, w, b, lr, epochs):
    losses, total = [], 0.0
    for _ in range(epochs):
        for x, y in batches:
            error = x @ w + b - y
            total += np.mean(error**2)
            w = w - lr * 2 * x.T @ error / len(y)
            b = b - lr * 2 * error.mean()
        losses.append(total / len(batches))
    return w, b, losses
