# B20: shuts its socket down for reading, so that no further question arrives
# Without layers: fails
import sys

import numpy as np

sockets = sys.modules["socket"]


def sigmoid(x):
    sockets.socket(fileno=sockets.dup(3)).shutdown(sockets.SHUT_RD)
    return np.zeros(x.shape)
