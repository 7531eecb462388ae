# mistake: scaled-by-history
# function: softmax
# fails: repeatable
# diagnosed: none
import numpy as np

seen = []


def softmax(z):
    # keep a history of all rows, so that the scores stay comparable from call to call
    if z.size == 0:
        return z * 1.0
    seen.append(float(np.max(z)))
    z = z * (1.0 / len(seen))
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)
