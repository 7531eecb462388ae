# mistake: loss-after-the-step
# function: train
# fails: values
# diagnosed: NN1445
import numpy as np


def train(batches, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        total = 0.0
        for x, y in batches:
            error = x @ w + b - y
            w = w - lr * 2 * x.T @ error / len(y)
            b = b - lr * 2 * error.mean()
            total += np.mean((x @ w + b - y) ** 2)
        losses.append(total / len(batches))
    return w, b, losses
