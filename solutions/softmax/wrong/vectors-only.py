# mistake: vectors-only
# function: softmax
# fails: values
# diagnosed: none
import math

import numpy as np


def softmax(z):
    top = max(z, default=0)
    powers = [math.exp(v - top) for v in z]
    total = sum(powers)
    return np.array([p / total for p in powers], dtype=z.dtype if z.dtype.kind == "f" else float)
