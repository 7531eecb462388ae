# B12: answers with an exception at a place outside of the submission
# Without layers: fails
import sys

calls, dumps = sys.modules["sandboxed.calls"], sys.modules["sandboxed.wire"].dumps
calls.dumps = lambda failure: dumps((*failure[:3], ("/etc/passwd", 1)))


def sigmoid(x):
    raise ValueError("the line is in another file")
