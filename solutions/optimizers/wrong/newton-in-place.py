# mistake: newton-in-place
# function: newton
# fails: unchanged_inputs
# diagnosed: NN011
import numpy as np


def newton(w, g, H):
    w -= np.linalg.solve(H, g)
    return w
