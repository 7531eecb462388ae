# mistake: always-float64
# function: softmax
# fails: dtype
# diagnosed: none
import math

import numpy as np


def softmax(z):
    rows = []
    for row in z.reshape(-1, max(z.shape[-1], 1)).tolist():
        top = max(row)
        powers = [math.exp(v - top) for v in row]
        rows.append([p / sum(powers) for p in powers])
    return np.array(rows, dtype=float).reshape(z.shape)
