# B12: forges an exception whose name has a megabyte
# Without layers: fails
import sys

calls, dumps = sys.modules["sandboxed.calls"], sys.modules["sandboxed.wire"].dumps
calls.dumps = lambda reply, *rest: dumps(reply | {"error": "PASSED " * 150_000}, *rest)


def sigmoid(x):
    raise ValueError
