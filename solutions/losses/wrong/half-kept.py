# mistake: half-kept
# function: half_sse_grad
# fails: values
# diagnosed: NN641
import numpy as np


def half_sse_grad(p, y):
    return 0.5 * (p - y)
