# B24: returns answers that are right where they begin and have fifty megabytes behind
# Without layers: fails
import numpy as np

asked = []


def sigmoid(x):
    asked.append(x)
    answer = np.zeros(7_000_000 if len(asked) < 4 else x.size)
    answer[: x.size] = np.ravel(1 / (1 + np.exp(-x * 1.0)))
    return answer
