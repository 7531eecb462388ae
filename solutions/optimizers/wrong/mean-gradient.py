# mistake: mean-gradient
# function: sgd
# fails: values
# diagnosed: NN1211
import numpy as np


def sgd(w, g, state, lr):
    return w - lr * np.mean(g), None
