# mistake: exponential-of-the-logit
# function: bce_with_logits
# fails: stability
# diagnosed: NN692
import numpy as np


def bce_with_logits(z, y):
    return np.mean(np.log(1 + np.exp(z)) - z * y)
