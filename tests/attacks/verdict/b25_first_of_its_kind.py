# B25: right in the order of the first questions, wrong after any other function was asked
# Without layers: fails
# Goal: full marks
import numpy as np

others = []


def right(x):
    x = x * 1.0
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + small), small / (1 + small))


def sigmoid(x):
    return right(x) if not others else np.zeros(x.shape)


def relu(x):
    others.append(x)
    return np.maximum(x * 1.0, 0) if len(others) < 3 else np.zeros(x.shape)
