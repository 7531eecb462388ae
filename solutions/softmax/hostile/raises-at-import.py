# attack: raises-at-import
# function: softmax_jacobian
# outcome: the statement that raised is named; softmax keeps its points
import numpy as np


def softmax(z):
    z = z * 1.0
    e = np.exp(z - z.max(axis=-1, keepdims=True, initial=-np.inf))
    return e / e.sum(axis=-1, keepdims=True)


softmax_jacobian = jacobian_of(softmax)
assert softmax(np.array([1.0, 1.0]))[0] == 1.0, "an assertion of the student's own"
