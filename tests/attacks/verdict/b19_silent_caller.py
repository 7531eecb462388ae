# B19: replaces the code of the function that calls it
# Without layers: fails
import sys

caller = sys.modules["sandboxed.calls"].Caller


def answer(self, call):  # run with the names of the module that it is put into
    number, self._answered = self._answered, self._answered + 1
    return REPLY.pack(number, WITH_INPUTS) + dumps((0.5, unpacked(call)[1]))  # noqa: F821


caller.answer.__code__ = answer.__code__


def sigmoid(x):
    raise RuntimeError("never called")
