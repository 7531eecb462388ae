# mistake: newton-inverse-twice
# function: newton
# fails: values
# diagnosed: NN1349
import numpy as np


def newton(w, g, H):
    return w - np.linalg.solve(H @ H, g)
