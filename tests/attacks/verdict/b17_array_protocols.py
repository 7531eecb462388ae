# B17: returns objects that turn into arrays by every protocol there is
# Without layers: fails
import numpy as np


class Anything:
    __array_priority__ = 1e9

    def __init__(self, x):
        self._zeros = np.zeros(x.shape)
        self.__array_interface__ = self._zeros.__array_interface__
        self.dtype, self.shape, self.ndim = self._zeros.dtype, x.shape, x.ndim

    def __array__(self, dtype=None, copy=None):
        return self._zeros

    def __float__(self):
        return 0.5

    def __buffer__(self, flags):
        return memoryview(self._zeros)


def sigmoid(x):
    return Anything(x)
