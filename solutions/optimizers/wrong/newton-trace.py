# mistake: newton-trace
# function: newton
# fails: values
# diagnosed: NN1353
import numpy as np


def newton(w, g, H):
    return w - g / np.trace(H)
