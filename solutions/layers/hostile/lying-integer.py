# attack: lying-integer
# function: count_parameters
# outcome: a class of its own is no whole number, whatever it claims to equal; linear keeps its points
# nncheck: layers


class Whatever(int):
    """Equals, and is as large as, what one would like to see."""

    def __eq__(self, other):
        return True

    def __sub__(self, other):
        return 0

    __rsub__ = __sub__
    __hash__ = int.__hash__


def linear(x, W, b):
    return x @ W.T + b


def count_parameters(layers):
    return Whatever(26)
