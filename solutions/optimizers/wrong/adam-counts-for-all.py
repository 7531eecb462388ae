# mistake: adam-counts-for-all
# function: adam
# fails: values
# diagnosed: none
import numpy as np


t = 0


def adam(w, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    global t
    m, v = (np.zeros_like(w), np.zeros_like(w)) if state is None else state
    t += 1
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), (m, v)
