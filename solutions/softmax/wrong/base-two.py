# mistake: base-two
# function: softmax
# fails: values
# diagnosed: NN312
import numpy as np


def softmax(z):
    z = z * 1.0
    powers = 2 ** (z - z.max(axis=-1, keepdims=True, initial=-np.inf))
    return powers / powers.sum(axis=-1, keepdims=True)
