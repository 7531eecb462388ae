# attack: stdout-flood
# function: sigmoid
# outcome: stopped for printing too much; relu keeps its points
import numpy as np


def sigmoid(x):
    while True:
        print("A" * 10_000)


def relu(x):
    return np.maximum(x * 1.0, 0)
