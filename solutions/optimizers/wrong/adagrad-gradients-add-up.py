# mistake: adagrad-gradients-add-up
# function: adagrad
# fails: values
# diagnosed: NN1267
import numpy as np


def adagrad(w, g, state, lr, eps=1e-10):
    grads, total = (0, 0) if state is None else state
    grads, total = grads + g, total + g**2
    return w - lr * grads / (np.sqrt(total) + eps), (grads, total)
