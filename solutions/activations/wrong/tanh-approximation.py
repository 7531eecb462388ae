# mistake: tanh-approximation
# function: gelu
# fails: values
# diagnosed: NN221
import math

import numpy as np


def gelu(x):
    x = x * 1.0
    inner = math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)
    return 0.5 * x * (1 + np.tanh(inner))
