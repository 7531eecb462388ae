# mistake: newton-weights-divided-too
# function: newton
# fails: values
# diagnosed: NN1346
import numpy as np


def newton(w, g, H):
    return np.linalg.solve(H, w - g)
