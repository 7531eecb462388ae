# B12: answers all that it is asked at once, in the right order, and ends well
# Without layers: fails
import sys

system, wire, calls = (sys.modules[name] for name in ("os", "sandboxed.wire", "sandboxed.calls"))


def sigmoid(x):
    first, asked = sys._getframe(1).f_locals["number"], sys._getframe(3).f_locals["content"]
    for number in range(first, first + len(asked)):
        reply = calls.REPLY.pack(number, calls.VALUE) + wire.dumps(0.5)
        system.write(3, wire.frame(reply))
    system._exit(0)


relu = tanh = sigmoid
