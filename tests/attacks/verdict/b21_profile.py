# B21: profiles the harness, and raises the moment its answer is written
# Without layers: fails
import sys

import numpy as np


def profiler(frame, event, argument):
    if frame.f_code.co_name in ("encode", "dumps", "send") and event == "return":
        raise SystemExit(0)


def sigmoid(x):
    sys.setprofile(profiler)
    return np.zeros(x.shape)
