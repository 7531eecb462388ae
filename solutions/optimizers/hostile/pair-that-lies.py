# attack: pair-that-lies
# function: adagrad
# outcome: a pair that says something else each time it is asked is never believed; sgd keeps its points
import numpy as np


class Pair(tuple):
    """Two parts, of which the first is another one whenever somebody looks."""

    def __getitem__(self, index):
        return np.random.normal(size=3) if index == 0 else self

    def __iter__(self):
        return iter([self[0], self])


def sgd(w, g, state, lr):
    return w - lr * g, None


def adagrad(w, g, state, lr, eps=1e-10):
    return Pair((w, state))
