# mistake: adam-uncorrected
# function: adam
# fails: values
# diagnosed: NN1301
import numpy as np


def adam(w, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = (0, 0) if state is None else state
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    return w - lr * m / (np.sqrt(v) + eps), (m, v)
