# mistake: class-slopes-over-classes
# function: cross_entropy_grad
# fails: values
# diagnosed: NN747
import numpy as np


def cross_entropy_grad(p, y):
    return -(y / p) / p.shape[1]
