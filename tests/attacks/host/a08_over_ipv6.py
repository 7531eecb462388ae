# A8: sends over the newer internet protocol, to an old address mapped into it
# Without layers: succeeds
import importlib


def attack(facts):
    socket = importlib.import_module("socket")
    tcp = socket.socket(socket.AF_INET6)
    tcp.connect(("::ffff:127.0.0.1", facts["tcp_port"]))
    return True
