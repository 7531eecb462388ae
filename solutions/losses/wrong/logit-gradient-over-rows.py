# mistake: logit-gradient-over-rows
# function: bce_with_logits_grad
# fails: values
# diagnosed: NN683
import numpy as np


def bce_with_logits_grad(z, y):
    return (0.5 * (1 + np.tanh(z / 2)) - y) / len(np.atleast_1d(z))
