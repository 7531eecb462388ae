# mistake: two-dimensional-only
# function: tanh
# fails: shapes
# diagnosed: none
import math

import numpy as np


def tanh(x):
    rows, columns = x.shape
    result = np.zeros((rows, columns), dtype=x.dtype if x.dtype.kind == "f" else float)
    for i in range(rows):
        for j in range(columns):
            result[i, j] = math.tanh(x[i, j])
    return result
