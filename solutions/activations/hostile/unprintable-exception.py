# attack: unprintable-exception
# function: sigmoid
# outcome: an exception is a failure even if its text cannot be had; relu keeps its points
import numpy as np


class Unprintable(Exception):
    def __str__(self):
        raise RuntimeError("no text for you")

    __repr__ = __str__


def sigmoid(x):
    raise Unprintable


def relu(x):
    return np.maximum(x * 1.0, 0)
