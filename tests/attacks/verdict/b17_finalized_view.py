# B17: returns an array class that changes its numbers whenever it is copied
# Without layers: fails
import numpy as np


class Moody(np.ndarray):
    def __array_finalize__(self, other):
        if other is not None and self.flags.writeable and self.size:
            self.view(np.ndarray).fill(0.5)

    def tobytes(self, order="C"):
        return b"\0" * self.nbytes

    @property
    def nbytes(self):
        return 8


def sigmoid(x):
    return np.zeros(x.shape).view(Moody)
