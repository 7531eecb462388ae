# mistake: square-of-the-sum
# function: half_sse
# fails: values
# diagnosed: NN637
import numpy as np


def half_sse(p, y):
    return 0.5 * np.sum(p - y) ** 2
