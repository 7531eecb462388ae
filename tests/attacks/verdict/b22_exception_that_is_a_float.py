# B22: raises an exception that is a number as well, and says that it is none
# Without layers: fails
import numpy as np


class Answer(Exception):
    __class__ = np.ndarray
    dtype, shape, ndim, nbytes = np.dtype("f8"), (), 0, 8

    def __str__(self):
        return "\ud800\0\n::set-output name=score::100"

    def __array__(self, dtype=None, copy=None):
        return np.array(0.5)


def sigmoid(x):
    raise Answer
