# mistake: sigmoid-for-each-class
# function: softmax_cross_entropy
# fails: values
# diagnosed: NN732
import numpy as np


def softmax_cross_entropy(z, y):
    return np.sum(y * np.logaddexp(0, -z)) / len(z)
