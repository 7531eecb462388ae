# mistake: root-mean-square
# function: mae
# fails: values
# diagnosed: NN606
import numpy as np


def mae(p, y):
    return np.sqrt(np.mean((p - y) ** 2))
