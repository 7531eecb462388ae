# B12: reads every request ahead, answers all in the right order, and ends well
# Without layers: fails
import sys

system, wire = sys.modules["os"], sys.modules["sandboxed.wire"]


def sigmoid(x):
    first = sys._getframe(1).f_locals["request"]["id"]
    waiting = wire.Frames().feed(system.read(3, 1 << 20))
    for number in [first, *(wire.loads(request)["id"] for request in waiting)]:
        reply = {"id": number, "kind": "value", "value": 0.5, "inputs": None}
        system.write(3, wire.frame(wire.dumps(reply)))
    system._exit(0)


relu = tanh = sigmoid
