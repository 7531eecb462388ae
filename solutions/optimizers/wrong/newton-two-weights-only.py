# mistake: newton-two-weights-only
# function: newton
# fails: values
# diagnosed: none
import numpy as np


def newton(w, g, H):
    (a, b), (c, d) = H
    det = a * d - b * c
    return w - np.array([d * g[0] - b * g[1], a * g[1] - c * g[0]]) / det
