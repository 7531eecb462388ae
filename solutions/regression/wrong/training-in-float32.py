# mistake: training-in-float32
# function: train
# fails: values
# diagnosed: NN025
import numpy as np


def train(batches, w, b, lr, epochs):
    losses = []
    w = w.astype(np.float32)
    batches = [(x.astype(np.float32), y.astype(np.float32)) for x, y in batches]
    for _ in range(epochs):
        total = 0.0
        for x, y in batches:
            error = x @ w + b - y
            total += np.mean(error**2)
            w = w - lr * 2 * x.T @ error / len(y)
            b = b - lr * 2 * error.mean()
        losses.append(total / len(batches))
    return w.astype(np.float64), b, losses
