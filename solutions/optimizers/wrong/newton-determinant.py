# mistake: newton-determinant
# function: newton
# fails: values
# diagnosed: NN1351
import numpy as np


def newton(w, g, H):
    return w - g / np.linalg.det(H)
