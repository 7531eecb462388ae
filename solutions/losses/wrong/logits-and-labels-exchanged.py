# mistake: logits-and-labels-exchanged
# function: bce_with_logits
# fails: values
# diagnosed: NN028
import numpy as np


def bce_with_logits(y, z):
    return np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))
