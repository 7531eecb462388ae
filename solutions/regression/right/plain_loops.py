"""One sample after the other, one feature after the other."""

import numpy as np


def one_prediction(sample, w, b):
    return sum(float(value) * float(weight) for value, weight in zip(sample, w)) + float(b)


def predict(x, w, b):
    return np.array([one_prediction(sample, w, b) for sample in x], dtype=x.dtype)


def gradients(x, y, w, b):
    n, d = x.shape
    dw, db = [0.0] * d, 0.0
    for i in range(n):
        error = one_prediction(x[i], w, b) - float(y[i])
        for j in range(d):
            dw[j] += 2 * error * float(x[i, j])
        db += 2 * error
    return np.array([value / n for value in dw], dtype=x.dtype), db / n


def iterations_per_epoch(n, batch_size):
    count = n // batch_size
    if n % batch_size:
        count += 1
    return count


def train(batches, w, b, lr, epochs):
    kind = w.dtype
    w, b = [float(weight) for weight in w], float(b)
    losses = np.zeros(epochs, dtype=kind)
    for epoch in range(epochs):
        total = 0.0
        for x, y in batches:
            errors = [one_prediction(x[i], w, b) - float(y[i]) for i in range(len(y))]
            total += sum(error**2 for error in errors) / len(errors)
            for j in range(len(w)):
                slope = 0.0
                for i in range(len(errors)):
                    slope += 2 * errors[i] * float(x[i, j])
                w[j] -= lr * slope / len(errors)
            b -= lr * 2 * sum(errors) / len(errors)
        losses[epoch] = total / len(batches)
    return np.array(w, dtype=kind), b, losses
