# mistake: weights-updated-in-place
# function: train
# fails: unchanged_inputs
# diagnosed: NN011
import numpy as np


def train(batches, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        total = 0.0
        for x, y in batches:
            error = x @ w + b - y
            total += np.mean(error**2)
            w -= lr * 2 * x.T @ error / len(y)
            b = b - lr * 2 * error.mean()
        losses.append(total / len(batches))
    return w, b, losses
