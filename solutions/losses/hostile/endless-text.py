# attack: endless-text
# function: mae
# outcome: a hundred megabytes of text are no number, and nobody prints them; mse keeps its points
import numpy as np


def mae(p, y):
    return "0" * 100_000_000


def mse(p, y):
    return np.mean((p - y) ** 2)
