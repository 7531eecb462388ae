# B16: returns records with a field that is named like the answer
# Without layers: fails
import numpy as np


def sigmoid(x):
    records = np.zeros(x.shape, dtype=[("value", "f8"), ("verdict", "U8"), ("object", "O")])
    records["verdict"] = "pass"
    return records


def tanh(x):
    return np.zeros(x.shape, dtype=np.dtype(("f8", [("real", "f4"), ("imag", "f4")])))
