# mistake: newton-half-a-step
# function: newton
# fails: values
# diagnosed: NN1354
import numpy as np


def newton(w, g, H):
    return w - 0.5 * np.linalg.solve(H, g)
