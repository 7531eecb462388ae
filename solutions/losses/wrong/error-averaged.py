# mistake: error-averaged
# function: half_sse_grad
# fails: values
# diagnosed: NN642
import numpy as np


def half_sse_grad(p, y):
    return (p - y) / p.size
