# B17: returns floats of a subclass, whose differences are nought
# Without layers: fails
class Close(float):
    def __sub__(self, other):
        return 0.0

    __rsub__ = __sub__

    def __le__(self, other):
        return True

    def __eq__(self, other):
        return True

    __hash__ = float.__hash__


def sigmoid(x):
    return Close(0.123)


def tanh(x):
    return [Close(entry) for entry in x.flat]
