# B12: forges an exception whose name has a megabyte
# Without layers: fails
import sys

calls, dumps = sys.modules["sandboxed.calls"], sys.modules["sandboxed.wire"].dumps
calls.dumps = lambda failure: dumps((failure[0], "PASSED " * 150_000, *failure[2:]))


def sigmoid(x):
    raise ValueError
