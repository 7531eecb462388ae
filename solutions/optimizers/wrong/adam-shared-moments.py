# mistake: adam-shared-moments
# function: adam
# fails: repeatable
# diagnosed: NN012
import numpy as np


m, v, t = {}, {}, {}


def adam(w, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    key = "w"
    if state is None:
        m[key], v[key], t[key] = np.zeros_like(w), np.zeros_like(w), 0
    t[key] += 1
    m[key] = beta1 * m[key] + (1 - beta1) * g
    v[key] = beta2 * v[key] + (1 - beta2) * g**2
    m_hat = m[key] / (1 - beta1 ** t[key])
    v_hat = v[key] / (1 - beta2 ** t[key])
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), key
