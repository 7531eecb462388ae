# mistake: error-over-rows
# function: half_sse_grad
# fails: values
# diagnosed: NN645
import numpy as np


def half_sse_grad(p, y):
    return (p - y) / (max(len(p), 1) if p.ndim else 1)
