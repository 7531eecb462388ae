# mistake: sgd-in-float32
# function: sgd
# fails: values
# diagnosed: none
import numpy as np


def sgd(w, g, state, lr):
    w, g = w.astype(np.float32), g.astype(np.float32)
    return w - np.float32(lr) * g, None
