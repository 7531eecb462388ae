# mistake: relu-wrong-in-leaky-relu
# function: relu
# fails: values
# diagnosed: NN149
import numpy as np


def relu(x):
    return np.clip(x, 0, 6)


def relu_grad(x):
    return np.where((x > 0) & (x < 6), 1, 0).astype(np.result_type(x, np.float32))


def leaky_relu(x, alpha=0.01):
    return relu(x) - alpha * relu(-x)


def leaky_relu_grad(x, alpha=0.01):
    slope = relu_grad(x)
    return slope + alpha * (1 - slope)


def prelu(x, alpha):
    return relu(x) - alpha * relu(-x)
