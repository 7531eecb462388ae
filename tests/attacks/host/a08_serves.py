# A8: opens a port that others can connect to
# Without layers: succeeds
import importlib


def attack(facts):
    socket = importlib.import_module("socket")
    server = socket.socket()
    server.bind(("127.0.0.1", 0))
    server.listen()
    return server.getsockname()[1] > 0
