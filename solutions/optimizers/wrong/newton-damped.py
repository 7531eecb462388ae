# mistake: newton-damped
# function: newton
# fails: values
# diagnosed: NN1350
import numpy as np


def newton(w, g, H):
    return w - np.linalg.solve(H + np.eye(len(w), dtype=w.dtype), g)
