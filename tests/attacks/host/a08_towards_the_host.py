# A8: opens a socket towards the machine that this virtual one runs on
# Without layers: may succeed
import importlib


def attack(facts):
    socket = importlib.import_module("socket")
    host = socket.socket(socket.AF_VSOCK, socket.SOCK_STREAM)
    host.bind((socket.VMADDR_CID_ANY, socket.VMADDR_PORT_ANY))
    return True
