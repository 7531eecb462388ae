# B25: right when it sees an input first, wrong when it sees it again
# Without layers: fails
# Goal: full marks
import numpy as np

seen = set()


def right(x):
    x = x * 1.0
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + small), small / (1 + small))


def sigmoid(x):
    key = (x.shape, x.tobytes())
    answer = right(x) if key not in seen else right(x) / 2
    seen.add(key)
    return answer
