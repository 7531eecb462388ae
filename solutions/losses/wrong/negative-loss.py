# mistake: negative-loss
# function: bce_with_logits
# fails: values
# diagnosed: NN668
import numpy as np


def bce_with_logits(z, y):
    return -np.logaddexp(0, (1 - 2 * y) * z).mean()
