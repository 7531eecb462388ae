# B22: raises an exception whose traceback was put together by hand
# Without layers: fails
import sys
import types


def sigmoid(x):
    here = sys._getframe()
    traceback = None
    for line in (1, 10**9, 2**31 - 1):
        traceback = types.TracebackType(traceback, here, 0, line)
    raise ValueError("somewhere else").with_traceback(traceback)
