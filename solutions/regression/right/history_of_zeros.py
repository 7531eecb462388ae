"""Losses kept in np.zeros, which are float64 whatever the data are."""

import numpy as np


def predict(x, w, b):
    return x.dot(w) + b


def gradients(x, y, w, b):
    residual = predict(x, w, b) - y
    return 2 * residual.dot(x) / len(x), 2 * residual.mean()


def iterations_per_epoch(n, batch_size):
    return -(-n // batch_size)


def train(batches, w, b, lr, epochs):
    history = np.zeros(epochs)
    for epoch in range(epochs):
        for x, y in batches:
            residual = predict(x, w, b) - y
            history[epoch] += residual.dot(residual) / len(x) / len(batches)
            dw, db = gradients(x, y, w, b)
            w, b = w - lr * dw, b - lr * db
    return w, b, history
