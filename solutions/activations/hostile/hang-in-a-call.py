# attack: hang-in-a-call
# function: sigmoid
# outcome: times out; relu keeps its points
import numpy as np


def sigmoid(x):
    step = 0
    while True:  # gradient descent until it converges
        step += 1


def relu(x):
    return np.maximum(x * 1.0, 0)
