# mistake: one-step-for-all-samples
# function: train
# fails: values
# diagnosed: NN1453
import numpy as np


def train(batches, w, b, lr, epochs):
    everything = np.concatenate([x for x, _ in batches])
    targets = np.concatenate([y for _, y in batches])
    losses = []
    for _ in range(epochs):
        losses.append(np.mean([np.mean((x @ w + b - y) ** 2) for x, y in batches]))
        error = everything @ w + b - targets
        w = w - lr * 2 * everything.T @ error / len(targets)
        b = b - lr * 2 * error.mean()
    return w, b, losses
