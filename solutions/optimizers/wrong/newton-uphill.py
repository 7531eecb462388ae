# mistake: newton-uphill
# function: newton
# fails: values
# diagnosed: NN1342
import numpy as np


def newton(w, g, H):
    return w + np.linalg.solve(H, g)
