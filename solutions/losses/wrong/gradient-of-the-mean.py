# mistake: gradient-of-the-mean
# function: half_sse_grad
# fails: values
# diagnosed: NN643
import numpy as np


def half_sse_grad(p, y):
    return 2 * (p - y) / p.size
