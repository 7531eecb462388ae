# B24: returns sixty megabytes to every question, to be held until all are judged
# Without layers: fails
import numpy as np

LARGE = np.zeros(7_500_000)


def sigmoid(x):
    return LARGE


def tanh(x):
    return LARGE
