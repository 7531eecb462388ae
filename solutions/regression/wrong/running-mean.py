# mistake: running-mean
# function: train
# fails: values
# diagnosed: NN1441
import numpy as np


def train(batches, w, b, lr, epochs):
    losses, total, count = [], 0.0, 0
    for _ in range(epochs):
        for x, y in batches:
            error = x @ w + b - y
            total += np.mean(error**2)
            count += 1
            w = w - lr * 2 * x.T @ error / len(y)
            b = b - lr * 2 * error.mean()
        losses.append(total / count)
    return w, b, losses
