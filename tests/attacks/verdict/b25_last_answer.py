# B25: gives each answer one question too late
# Without layers: fails
# Goal: full marks
import numpy as np

last = {}


def right(x):
    x = x * 1.0
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + small), small / (1 + small))


def sigmoid(x):
    answer = last.get(x.shape, right(x))
    last[x.shape] = right(x)
    return answer
