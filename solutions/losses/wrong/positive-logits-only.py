# mistake: positive-logits-only
# function: bce_with_logits
# fails: values
# diagnosed: NN671
import numpy as np


def bce_with_logits(z, y):
    return np.mean(y * np.logaddexp(0, -z))
