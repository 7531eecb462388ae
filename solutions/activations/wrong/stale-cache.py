# mistake: stale-cache
# function: sigmoid_grad
# fails: values
# diagnosed: none
import numpy as np


class Sigmoid:
    def __init__(self):
        self.out = np.array(0.5)

    def forward(self, x):
        self.out = 1 / (1 + np.exp(-x))
        return self.out

    def backward(self, x):
        # uses what the last forward pass has stored
        return self.out * (1 - self.out)


layer = Sigmoid()


def sigmoid_grad(x):
    return layer.backward(x)
