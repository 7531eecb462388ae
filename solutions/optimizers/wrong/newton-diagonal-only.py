# mistake: newton-diagonal-only
# function: newton
# fails: values
# diagnosed: NN1344
import numpy as np


def newton(w, g, H):
    return w - g / np.diag(H)
