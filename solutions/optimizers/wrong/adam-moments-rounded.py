# mistake: adam-moments-rounded
# function: adam
# fails: values
# diagnosed: NN027
import numpy as np


def adam(w, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v, t = (np.zeros_like(w), np.zeros_like(w), 0) if state is None else state
    t += 1
    m = np.round(beta1 * m + (1 - beta1) * g, 5)
    v = np.round(beta2 * v + (1 - beta2) * g**2, 5)
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), (m, v, t)
