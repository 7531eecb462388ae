# mistake: always-float64
# function: half_sse_grad
# fails: dtype
# diagnosed: none
import numpy as np


def half_sse_grad(p, y):
    return p.astype(float) - y
