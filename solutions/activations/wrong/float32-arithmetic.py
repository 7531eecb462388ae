# mistake: float32-arithmetic
# function: sigmoid
# fails: values
# diagnosed: none
import numpy as np


def sigmoid(x):
    dtype = x.dtype if x.dtype.kind == "f" else np.float64
    v = np.asarray(x, dtype=np.float32)  # as on the GPU
    e = np.exp(-np.abs(v))
    y = np.where(v >= 0, 1 / (1 + e), e / (1 + e))
    return y.astype(dtype)
