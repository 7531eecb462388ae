# B21: has Python's audit hooks call it back at every step of the harness
# Without layers: fails
import sys

import numpy as np

calls = []


def hook(event, arguments):
    calls.append(event)
    if len(calls) > 500 and event == "object.__getattr__":
        raise SystemExit(0)


sys.addaudithook(hook)


def sigmoid(x):
    return np.zeros(x.shape)
