# mistake: product-rule-forgotten
# function: gelu_grad
# fails: values
# diagnosed: NN231
import math

import numpy as np

erf = np.vectorize(math.erf, otypes=[float])


def gelu_grad(x):
    # the derivative of x * cdf(x) is cdf(x)
    x = x * 1.0
    return 0.5 * (1 + erf(x / math.sqrt(2)).astype(x.dtype))
