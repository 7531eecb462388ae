# mistake: stays-in-float64
# function: sgd
# fails: dtype
# diagnosed: NN016
import numpy as np


def sgd(w, g, state, lr):
    return w.astype(np.float64) - lr * g, None
