# A8: opens a socket that hears every packet of the machine, as root may
# Without layers: may succeed
import importlib


def attack(facts):
    socket = importlib.import_module("socket")
    return socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0).fileno() >= 0
