# B17: returns a named tuple, an enumeration member and a range
# Without layers: fails
import collections
import enum

Answer = collections.namedtuple("Answer", "value verdict")


class Verdict(float, enum.Enum):
    PASS = 0.5


def sigmoid(x):
    return Answer(0.5, "pass")


def tanh(x):
    return Verdict.PASS


def relu(x):
    return range(x.size)
