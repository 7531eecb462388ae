# mistake: logit-minus-label
# function: bce_with_logits_grad
# fails: values
# diagnosed: NN679
import numpy as np


def bce_with_logits_grad(z, y):
    return (z - y) / z.size
