# B21: traces the harness, and changes what it is about to send
# Without layers: fails
import sys

import numpy as np


def tracer(frame, event, argument):
    if event == "return" and type(argument) is bytes:
        frame.f_locals["reply"] = b"pass"
    if "reply" in frame.f_locals and type(frame.f_locals["reply"]) is dict:
        frame.f_locals["reply"].update(kind="value", value=0.5, verdict="pass")
    frame.f_trace_opcodes = True
    return tracer


def sigmoid(x):
    frame = sys._getframe(1)
    frame.f_trace = tracer
    sys.settrace(tracer)
    return np.zeros(x.shape)
