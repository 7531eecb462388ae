# mistake: adam-gradient-not-averaged
# function: adam
# fails: values
# diagnosed: NN1318
import numpy as np


def adam(w, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    v, t = (np.zeros_like(w), 0) if state is None else state
    t += 1
    v = beta2 * v + (1 - beta2) * g**2
    v_hat = v / (1 - beta2**t)
    return w - lr * g / (np.sqrt(v_hat) + eps), (v, t)
