# mistake: half-not-used
# function: half_sse_grad
# fails: values
# diagnosed: NN639
import numpy as np


def half_sse_grad(p, y):
    return 2 * (p - y)
