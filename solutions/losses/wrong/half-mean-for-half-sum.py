# mistake: half-mean-for-half-sum
# function: half_sse
# fails: values
# diagnosed: NN634
import numpy as np


def half_sse(p, y):
    return np.sum((p - y) ** 2) / (2 * max(p.size, 1))
