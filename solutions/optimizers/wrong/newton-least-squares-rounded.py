# mistake: newton-least-squares-rounded
# function: newton
# fails: values
# diagnosed: none
import numpy as np


def newton(w, g, H):
    return w - np.linalg.pinv(H, rcond=0.2) @ g
