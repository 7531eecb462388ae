# attack: floating-point-traps
# function: predict
# outcome: passes; numpy's floating-point errors and all warnings raise from the import on, in this process alone
import warnings

import numpy as np

np.seterr(all="raise")
warnings.simplefilter("error")
np.set_printoptions(threshold=0, precision=0)


def predict(x, w, b):
    return x @ w + b
