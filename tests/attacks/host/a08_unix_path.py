# A8: sends what it was asked through a socket in a folder
# Without layers: succeeds
import importlib


def attack(facts):
    socket = importlib.import_module("socket")
    local = socket.socket(socket.AF_UNIX)
    local.connect(facts["unix_socket"])
    return local.send(b"hidden inputs") > 0
