# B18: replaces Python's own builtins, not the copy that it is given
# Without layers: fails
import sys

real = sys.modules["sandboxed.guard"]._import.__self__
real.isinstance = real.all = real.callable = lambda *arguments: True
real.abs = real.max = lambda *arguments, **keywords: 0.0
real.type = lambda *arguments: float


def sigmoid(x):
    return x


def tanh(x):
    return 0 * x
