# mistake: gradients-clipped-by-norm
# function: sgd_step
# fails: values
# diagnosed: NN492
# nncheck: backprop
import numpy as np


def sgd_step(params, grads, lr, max_norm=5.0):
    norm = np.sqrt(sum(np.sum(g**2) for g in grads.values()))
    factor = min(1.0, max_norm / norm)
    return {name: params[name] - lr * factor * grads[name] for name in params}
