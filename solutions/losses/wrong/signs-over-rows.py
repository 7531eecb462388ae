# mistake: signs-over-rows
# function: mae_grad
# fails: values
# diagnosed: NN612
import numpy as np


def mae_grad(p, y):
    return np.sign(p - y) / (len(p) if p.ndim else 1)
