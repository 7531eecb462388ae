# B16: returns dates and durations, whose missing value equals nothing
# Without layers: fails
import numpy as np


def sigmoid(x):
    return np.full(x.shape, np.datetime64("NaT"))


def relu(x):
    return np.full(x.shape, np.timedelta64(0, "s"))


def tanh(x):
    return np.full(x.shape, b"0.0", dtype="S8")
