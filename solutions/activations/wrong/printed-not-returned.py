# mistake: printed-not-returned
# function: sigmoid
# fails: values
# diagnosed: none
import numpy as np


def sigmoid(x):
    e = np.exp(-np.abs(x))
    print(np.where(x >= 0, 1 / (1 + e), e / (1 + e)))
