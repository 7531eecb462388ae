# mistake: signs-reversed
# function: mae_grad
# fails: values
# diagnosed: NN609
import numpy as np


def mae_grad(p, y):
    return np.sign(y - p) / p.size
