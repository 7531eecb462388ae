# mistake: softmax-twice
# function: softmax
# fails: values
# diagnosed: NN309
import numpy as np


def normalise(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True, initial=-np.inf))
    return e / e.sum(axis=-1, keepdims=True)


def softmax(z):
    probabilities = normalise(z * 1.0)
    return normalise(probabilities)  # so that the rows really sum to one
