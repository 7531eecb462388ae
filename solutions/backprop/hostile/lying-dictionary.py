# attack: lying-dictionary
# function: backward
# outcome: only plain dictionaries with plain arrays are read; loss keeps its points
# nncheck: backprop


class Everything(dict):
    """Has every key, and gives back whatever one would like to see."""

    def __contains__(self, key):
        return True

    def __getitem__(self, key):
        return self

    def __missing__(self, key):
        return self

    def __eq__(self, other):
        return True

    def keys(self):
        return ["W1", "b1", "W2", "b2"]

    __hash__ = None


def backward(x, t, params):
    return Everything()


def loss(a2, t):
    return 0.5 * ((a2 - t) ** 2).sum()
