# B20: ends its process with status 0 after an answer of its own
# Without layers: fails
import sys

system, wire, calls = (sys.modules[name] for name in ("os", "sandboxed.wire", "sandboxed.calls"))


def sigmoid(x):
    answer = calls.REPLY.pack(sys._getframe(1).f_locals["number"], calls.VALUE) + wire.dumps(0.5)
    system.write(3, wire.frame(answer))
    system._exit(0)
