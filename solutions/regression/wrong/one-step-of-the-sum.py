# mistake: one-step-of-the-sum
# function: train
# fails: values
# diagnosed: NN1454
import numpy as np


def train(batches, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        total, dw, db = 0.0, 0.0, 0.0
        for x, y in batches:
            error = x @ w + b - y
            total += np.mean(error**2)
            dw = dw + 2 * x.T @ error / len(y)
            db = db + 2 * error.mean()
        w, b = w - lr * dw, b - lr * db
        losses.append(total / len(batches))
    return w, b, losses
