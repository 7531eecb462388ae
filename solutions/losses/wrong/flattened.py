# mistake: flattened
# function: half_sse_grad
# fails: values, shapes
# diagnosed: none
import numpy as np


def half_sse_grad(p, y):
    return (p - y).ravel()
