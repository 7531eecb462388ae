# mistake: half-the-absolute-errors
# function: half_sse
# fails: values
# diagnosed: NN636
import numpy as np


def half_sse(p, y):
    return 0.5 * np.sum(np.abs(p - y))
