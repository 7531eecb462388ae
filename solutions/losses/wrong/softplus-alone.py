# mistake: softplus-alone
# function: bce_with_logits
# fails: values
# diagnosed: NN672
import numpy as np


def bce_with_logits(z, y):
    return np.logaddexp(0, z).mean()
