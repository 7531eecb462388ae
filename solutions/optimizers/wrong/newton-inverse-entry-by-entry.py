# mistake: newton-inverse-entry-by-entry
# function: newton
# fails: values
# diagnosed: NN1355
import numpy as np


def newton(w, g, H):
    return w - np.linalg.inv(H) * g
