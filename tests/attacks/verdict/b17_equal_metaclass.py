# B17: returns an object whose class says that it is numpy's array
# Without layers: fails
import numpy as np


class Meta(type):
    def __eq__(cls, other):
        return True

    def __hash__(cls):
        return hash(np.ndarray)


class Fake(metaclass=Meta):
    dtype, ndim, nbytes, shape = np.dtype("<f8"), 0, 0, ()

    def tobytes(self):
        return b"T" * 8


def sigmoid(x):
    return Fake()
