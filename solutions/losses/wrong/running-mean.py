# mistake: running-mean
# function: mse
# fails: repeatable
# diagnosed: none
import numpy as np

history = []


def mse(p, y):
    history.append(float(np.mean((p - y) ** 2)))
    return sum(history) / len(history)
