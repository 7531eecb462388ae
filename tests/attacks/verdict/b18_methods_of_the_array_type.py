# B18: puts other methods into numpy's array type, past its protection
# Without layers: fails
import gc
import sys

import numpy as np

methods = gc.get_referents(np.ndarray.__dict__)[0]
methods["tobytes"] = lambda array, order="C": b"\0" * array.nbytes
methods["astype"] = methods["copy"] = lambda array, *arguments, **keywords: array
methods["all"] = lambda *arguments, **keywords: True
sys.modules["ctypes"].pythonapi.PyType_Modified(sys.modules["ctypes"].py_object(np.ndarray))


def sigmoid(x):
    return np.ones(x.shape)
