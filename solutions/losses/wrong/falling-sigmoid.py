# mistake: falling-sigmoid
# function: bce_with_logits_grad
# fails: values
# diagnosed: NN682
import numpy as np


def bce_with_logits_grad(z, y):
    return (1 / (1 + np.exp(z)) - y) / z.size
