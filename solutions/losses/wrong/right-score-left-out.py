# mistake: right-score-left-out
# function: softmax_cross_entropy
# fails: values
# diagnosed: NN731
import numpy as np


def softmax_cross_entropy(z, y):
    return np.logaddexp.reduce(z, axis=1).mean()
