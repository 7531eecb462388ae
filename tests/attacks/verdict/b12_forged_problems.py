# B12: reports statements that failed in cells and lines that are not there
# Without layers: fails
import sys

import numpy as np

worker, dumps = sys.modules["sandboxed.worker"], sys.modules["sandboxed.wire"].dumps
places = [("attack.py", 10**12, "passed"), ("", 0, "passed"), (None, None, "passed")]


def sigmoid(x):
    return np.zeros(x.shape)


worker.dumps = lambda problems: dumps(places)
