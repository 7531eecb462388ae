# attack: hang-at-import
# function: sigmoid
# outcome: times out while loading, before sigmoid is defined; relu stands before that and keeps its points
import numpy as np


def relu(x):
    return np.maximum(x * 1.0, 0)


while True:
    pass


def sigmoid(x):
    return 1 / (1 + np.exp(-x * 1.0))
