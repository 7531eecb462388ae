# mistake: truncated-e
# function: softmax
# fails: values
# diagnosed: none
import numpy as np


def softmax(z):
    z = z * 1.0
    powers = 2.71828 ** (z - z.max(axis=-1, keepdims=True, initial=-np.inf))
    return powers / powers.sum(axis=-1, keepdims=True)
