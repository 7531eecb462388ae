# mistake: square-of-each-entry
# function: mse
# fails: values
# diagnosed: NN622
import numpy as np


def mse(p, y):
    return (p - y) ** 2
