# mistake: steps-halved
# function: train
# fails: values
# diagnosed: NN1463
import numpy as np


def train(batches, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        total = 0.0
        for x, y in batches:
            error = x @ w + b - y
            total += np.mean(error**2)
            w = w - lr * x.T @ error / len(y)
            b = b - lr * error.mean()
        losses.append(total / len(batches))
    return w, b, losses
