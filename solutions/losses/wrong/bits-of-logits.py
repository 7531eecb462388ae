# mistake: bits-of-logits
# function: bce_with_logits
# fails: values
# diagnosed: NN673
import numpy as np


def bce_with_logits(z, y):
    return np.logaddexp2(0, (1 - 2 * y) * z / np.log(2)).mean()
