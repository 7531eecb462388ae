# B20: ends its process with status 0 after an answer of its own
# Without layers: fails
import sys

system, wire = sys.modules["os"], sys.modules["sandboxed.wire"]


def sigmoid(x):
    request = sys._getframe(1).f_locals["request"]
    answer = {"id": request["id"], "kind": "value", "value": 0.5, "inputs": None}
    system.write(3, wire.frame(wire.dumps(answer)))
    system._exit(0)
