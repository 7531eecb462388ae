# mistake: exp-over-exp
# function: sigmoid
# fails: stability
# diagnosed: NN191
import numpy as np


def sigmoid(x):
    e = np.exp(x * 1.0)
    return e / (1.0 + e)
