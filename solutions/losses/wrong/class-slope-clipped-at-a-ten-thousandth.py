# mistake: class-slope-clipped-at-a-ten-thousandth
# function: cross_entropy_grad
# fails: values
# diagnosed: NN697
import numpy as np


def cross_entropy_grad(p, y):
    return -y / np.clip(p, 1e-4, 1 - 1e-4) / len(p)
