# mistake: newton-step-for-weights
# function: newton
# fails: values
# diagnosed: NN1345
import numpy as np


def newton(w, g, H):
    return -np.linalg.inv(H) @ g
