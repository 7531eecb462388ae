# mistake: loss-at-the-end-of-the-epoch
# function: train
# fails: values
# diagnosed: NN1449
import numpy as np


def train(batches, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        for x, y in batches:
            error = x @ w + b - y
            w = w - lr * 2 * x.T @ error / len(y)
            b = b - lr * 2 * error.mean()
        losses.append(np.mean([np.mean((x @ w + b - y) ** 2) for x, y in batches]))
    return w, b, losses
