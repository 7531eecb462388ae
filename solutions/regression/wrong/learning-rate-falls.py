# mistake: learning-rate-falls
# function: train
# fails: values
# diagnosed: NN1474
import numpy as np


def train(batches, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        total, rate = 0.0, lr / (1 + epoch)
        for x, y in batches:
            error = x @ w + b - y
            total += np.mean(error**2)
            w = w - rate * 2 * x.T @ error / len(y)
            b = b - rate * 2 * error.mean()
        losses.append(total / len(batches))
    return w, b, losses
