# mistake: fixed-slope
# function: leaky_relu_grad
# fails: values
# diagnosed: NN175
import numpy as np


def leaky_relu_grad(x, alpha=0.01):
    dtype = x.dtype if x.dtype.kind == "f" else np.float64
    return np.where(x > 0, 1, 0.01).astype(dtype)
