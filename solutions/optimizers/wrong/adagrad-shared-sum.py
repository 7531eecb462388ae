# mistake: adagrad-shared-sum
# function: adagrad
# fails: repeatable
# diagnosed: NN012
import numpy as np


class Memory:
    total = 0


def adagrad(w, g, state, lr, eps=1e-10):
    if state is None:
        Memory.total = 0
    Memory.total = Memory.total + g**2
    return w - lr * g / (np.sqrt(Memory.total) + eps), Memory
