# mistake: target-minus-prediction
# function: mse_grad
# fails: values
# diagnosed: NN627
import numpy as np


def mse_grad(p, y):
    return 2 * (y - p) / p.size
