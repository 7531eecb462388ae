# mistake: first-loss-of-the-epoch
# function: train
# fails: values
# diagnosed: NN1447
import numpy as np


def train(batches, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        first = None
        for x, y in batches:
            error = x @ w + b - y
            if first is None:
                first = np.mean(error**2)
            w = w - lr * 2 * x.T @ error / len(y)
            b = b - lr * 2 * error.mean()
        losses.append(first)
    return w, b, losses
