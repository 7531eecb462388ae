# A10: answers nothing at first, and hopes to be told when it is asked again
# Without layers: fails
import numpy as np

asked = {}


def sigmoid(x):
    guess = asked.get(x.tobytes(), 0.0) + 0.5
    asked[x.tobytes()] = guess % 1.0
    return np.full(x.shape, guess)
