# mistake: half-sum-per-sample
# function: half_sse
# fails: values
# diagnosed: NN635
import numpy as np


def half_sse(p, y):
    n = max(len(p), 1) if p.ndim else 1
    return 0.5 * np.sum((p - y) ** 2) / n
