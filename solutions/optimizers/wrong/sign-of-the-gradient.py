# mistake: sign-of-the-gradient
# function: sgd
# fails: values
# diagnosed: NN1206
import numpy as np


def sgd(w, g, state, lr):
    return w - lr * np.sign(g), None
