# mistake: adam-not-divided
# function: adam
# fails: values
# diagnosed: NN1319
import numpy as np


def adam(w, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    m, t = (np.zeros_like(w), 0) if state is None else state
    t += 1
    m = beta1 * m + (1 - beta1) * g
    return w - lr * m / (1 - beta1**t), (m, t)
