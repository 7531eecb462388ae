# B20: raises what ends programs: an interrupt, the end of a generator, an exit of another kind
# Without layers: fails
import asyncio


def sigmoid(x):
    raise KeyboardInterrupt


def tanh(x):
    raise GeneratorExit("passed")


def relu(x):
    raise SystemExit(None)


def gelu(x):
    raise asyncio.CancelledError


def identity(x):
    raise StopIteration(x)
