# mistake: flattened
# function: gelu
# fails: shapes
# diagnosed: none
import math

import numpy as np


def gelu(x):
    values = [0.5 * v * (1 + math.erf(v / math.sqrt(2))) for v in x.ravel().tolist()]
    return np.array(values, dtype=x.dtype if x.dtype.kind == "f" else float)
