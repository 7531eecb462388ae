# B14: wraps the answer into containers by turns, six deep
# Without layers: fails
import numpy as np


def sigmoid(x):
    answer = np.zeros(x.shape)
    for turn in range(6):
        answer = [answer] if turn % 3 == 0 else (answer,) if turn % 3 == 1 else {"answer": answer}
    return answer
