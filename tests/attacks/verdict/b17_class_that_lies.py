# B17: returns an object whose __class__ is a float and whose comparisons are true
# Without layers: fails
class Near:
    __class__ = float

    def __le__(self, other):
        return True

    __eq__ = __ge__ = __lt__ = __gt__ = __le__
    __hash__ = None

    def __sub__(self, other):
        return 0.0

    __rsub__ = __sub__

    def __abs__(self):
        return 0.0


def sigmoid(x):
    return Near()
