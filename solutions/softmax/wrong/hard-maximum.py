# mistake: hard-maximum
# function: softmax
# fails: values
# diagnosed: none
import numpy as np


def softmax(z):
    result = np.zeros(z.shape, dtype=z.dtype if z.dtype.kind == "f" else float)
    for index in np.ndindex(z.shape[:-1]):
        if z.shape[-1]:
            result[index][np.argmax(z[index])] = 1.0
    return result
