# mistake: missing-root-two
# function: gelu
# fails: values
# diagnosed: NN224
import math

import numpy as np

erf = np.vectorize(math.erf, otypes=[float])


def gelu(x):
    x = x * 1.0
    return 0.5 * x * (1 + erf(x).astype(x.dtype))
