# attack: four-gigabytes
# function: sigmoid
# outcome: more memory than allowed; relu keeps its points
import numpy as np


def sigmoid(x):
    table = np.ones(2**29)  # 4 GiB of doubles
    return 1 / (1 + np.exp(-x * table[0]))


def relu(x):
    return np.maximum(x * 1.0, 0)
