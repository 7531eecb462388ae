# mistake: slope-in-the-logits
# function: cross_entropy_grad
# fails: values
# diagnosed: NN717
import numpy as np


def cross_entropy_grad(p, y):
    return (p - y) / len(p)
