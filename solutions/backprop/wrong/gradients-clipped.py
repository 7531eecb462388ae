# mistake: gradients-clipped
# function: sgd_step
# fails: values
# diagnosed: NN491
# nncheck: backprop
import numpy as np


def sgd_step(params, grads, lr):
    return {name: params[name] - lr * np.clip(grads[name], -1, 1) for name in params}
