# A8: sends what it was asked to another process over UDP
# Without layers: succeeds
import importlib


def attack(facts):
    socket = importlib.import_module("socket")
    udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    udp.sendto(repr(facts).encode(), ("127.0.0.1", facts["udp_port"]))
    return True
