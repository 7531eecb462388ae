# attack: infinite-loss
# function: cross_entropy
# outcome: at least as large as anything, and nowhere NaN, but not the loss; half_sse keeps its points
import numpy as np


def cross_entropy(p, y):
    return np.inf


def half_sse(p, y):
    return 0.5 * np.sum((p - y) ** 2)
