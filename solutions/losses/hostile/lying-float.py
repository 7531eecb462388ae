# attack: lying-float
# function: mse
# outcome: only the number inside counts, not what its class says of it; mae keeps its points
import numpy as np


class Agreeable(float):
    """Equal to everything, and no further than 0 from it."""

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 0

    def __sub__(self, other):
        return 0.0

    __rsub__ = __abs__ = __sub__

    def __le__(self, other):
        return True

    __ge__ = __le__

    def __repr__(self):
        raise ValueError("you may not look")


def mae(p, y):
    return np.mean(np.abs(p - y))


def mse(p, y):
    return Agreeable(-1.0)
