# mistake: last-batch-left-out
# function: train
# fails: values
# diagnosed: NN1458
import numpy as np


def train(batches, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        total = 0.0
        for x, y in batches[: max(1, len(batches) - 1)]:
            error = x @ w + b - y
            total += np.mean(error**2)
            w = w - lr * 2 * x.T @ error / len(y)
            b = b - lr * 2 * error.mean()
        losses.append(total / max(1, len(batches) - 1))
    return w, b, losses
