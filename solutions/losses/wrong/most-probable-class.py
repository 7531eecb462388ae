# mistake: most-probable-class
# function: cross_entropy
# fails: values
# diagnosed: NN750
import numpy as np


def cross_entropy(p, y):
    guessed = p.argmax(axis=1)  # y has the right ones
    return -np.mean(np.log(p[np.arange(len(p)), guessed]))
