# mistake: difference-for-sign
# function: mae_grad
# fails: values
# diagnosed: NN610
import numpy as np


def mae_grad(p, y):
    return (p - y) / p.size
