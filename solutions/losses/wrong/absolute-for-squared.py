# mistake: absolute-for-squared
# function: mse
# fails: values
# diagnosed: NN619
import numpy as np


def mse(p, y):
    return np.abs(p - y).mean()
