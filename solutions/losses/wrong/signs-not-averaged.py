# mistake: signs-not-averaged
# function: mae_grad
# fails: values
# diagnosed: NN608
import numpy as np


def mae_grad(p, y):
    return np.sign(p - y)
