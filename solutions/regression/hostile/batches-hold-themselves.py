# attack: batches-hold-themselves
# function: train
# outcome: the inputs come back as a list that contains itself, and the call fails; predict keeps its points
import numpy as np


def predict(x, w, b):
    return x @ w + b


def train(batches, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        seen = []
        for x, y in batches:
            error = x @ w + b - y
            seen.append(np.mean(error**2))
            w, b = w - lr * 2 * x.T @ error / len(y), b - lr * 2 * error.mean()
        losses.append(np.mean(seen))
    batches.append(batches)
    return w, b, losses
