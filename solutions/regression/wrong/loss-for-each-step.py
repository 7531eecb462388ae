# mistake: loss-for-each-step
# function: train
# fails: values
# diagnosed: NN1450
import numpy as np


def train(batches, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        for x, y in batches:
            error = x @ w + b - y
            losses.append(np.mean(error**2))
            w = w - lr * 2 * x.T @ error / len(y)
            b = b - lr * 2 * error.mean()
    return w, b, losses
