# mistake: printed-not-returned
# function: mae_grad
# fails: values
# diagnosed: none
import numpy as np


def mae_grad(p, y):
    gradient = np.sign(p - y) / p.size
    print("gradient:", gradient)
