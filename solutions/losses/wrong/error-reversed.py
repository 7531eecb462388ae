# mistake: error-reversed
# function: half_sse_grad
# fails: values
# diagnosed: NN640
import numpy as np


def half_sse_grad(p, y):
    return y - p
