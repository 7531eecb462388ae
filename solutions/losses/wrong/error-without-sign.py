# mistake: error-without-sign
# function: half_sse_grad
# fails: values
# diagnosed: NN644
import numpy as np


def half_sse_grad(p, y):
    return np.abs(p - y)
