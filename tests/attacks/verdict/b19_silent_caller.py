# B19: replaces the code of the function that calls it
# Without layers: fails
import sys

wire, caller = sys.modules["sandboxed.wire"], sys.modules["sandboxed.calls"].Caller


def answer(self, request):
    right = {"id": request["id"], "kind": "value", "value": 0.5, "inputs": request["arguments"]}
    return self._convert.get("dumps", __import__("sys").modules["sandboxed.wire"].dumps)(right)


caller.answer.__code__ = answer.__code__


def sigmoid(x):
    raise RuntimeError("never called")
