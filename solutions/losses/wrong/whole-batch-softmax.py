# mistake: whole-batch-softmax
# function: softmax_cross_entropy
# fails: values
# diagnosed: NN727
import numpy as np


def softmax_cross_entropy(z, y):
    e = np.exp(z - z.max())
    return -np.sum(y * np.log(e / e.sum())) / len(z)
