# B21: lets the garbage collector call it while its answer is being written
# Without layers: fails
import gc
import sys

import numpy as np


def called_back(phase, information):
    frame = sys._getframe(1)
    if "reply" in frame.f_locals:
        frame.f_locals["reply"]["value"] = 0.5


gc.callbacks.append(called_back)
gc.set_threshold(1)


def sigmoid(x):
    return [np.zeros(x.shape), {}, [], {}, []]
