# mistake: logit-sign
# function: bce_with_logits
# fails: values
# diagnosed: NN670
import numpy as np


def bce_with_logits(z, y):
    p = 1 / (1 + np.exp(z))
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
