# B12: claims findings that only the grader makes
# Without layers: fails
import itertools
import sys

calls, dumps = sys.modules["sandboxed.calls"], sys.modules["sandboxed.wire"].dumps
kinds = itertools.cycle(["passed", "unrun", "timeout", "error", "skipped"])
calls.dumps = lambda failure: dumps((next(kinds), *failure[1:]))


def sigmoid(x):
    raise ValueError("whatever it is called")


relu = tanh = gelu = sigmoid
