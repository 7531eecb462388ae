# mistake: logit-losses-over-rows
# function: bce_with_logits
# fails: values
# diagnosed: NN675
import numpy as np


def bce_with_logits(z, y):
    return np.sum(np.logaddexp(0, z) - y * z) / len(np.atleast_1d(z))
