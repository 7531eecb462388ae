# mistake: zero-rows
# function: half_sse_grad
# fails: shapes
# diagnosed: none
import numpy as np


def half_sse_grad(p, y):
    return np.stack([a - b for a, b in zip(p, y)])
