# B24: returns views that run backwards, transposed and overlapping
# Without layers: fails
import numpy as np


def sigmoid(x):
    right = 1 / (1 + np.exp(-x * 1.0))
    return right[(slice(None, None, -1),) * x.ndim] if x.ndim else -right


def tanh(x):
    longer = np.tanh(np.concatenate([x.ravel(), [0.0, 1.0]]))
    return longer[2:].reshape(x.shape)
