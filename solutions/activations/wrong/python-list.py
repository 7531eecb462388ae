# mistake: python-list
# function: sigmoid
# fails: shapes
# diagnosed: none
import math


def one(v):
    if v >= 0:
        return 1 / (1 + math.exp(-v))
    return math.exp(v) / (1 + math.exp(v))


def convert(values):
    if isinstance(values, list):
        return [convert(v) for v in values]
    return one(values)


def sigmoid(x):
    return convert(x.tolist())
