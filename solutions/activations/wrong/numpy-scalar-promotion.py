# mistake: numpy-scalar-promotion
# function: gelu_grad
# fails: dtype
# diagnosed: none
import math

import numpy as np

erf = np.vectorize(math.erf, otypes=[float])


def gelu_grad(x):
    x = np.clip(x * 1.0, -40, 40)
    cdf = 0.5 * (1 + erf(x / math.sqrt(2)).astype(x.dtype))
    pdf = np.exp(-x * x / 2) / np.sqrt(2 * np.pi)
    return cdf + x * pdf
