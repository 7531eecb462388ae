# C48: writes far beyond an array's end
# Without layers: fails
import numpy as np
from numpy.lib.stride_tricks import as_strided


def attack(facts):
    as_strided(np.zeros(4), (1 << 20,), (8,))[:] = 1.5
