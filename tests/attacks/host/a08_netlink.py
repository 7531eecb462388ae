# A8: asks the kernel about the machine's network
# Without layers: succeeds
import importlib
import struct


def attack(facts):
    socket = importlib.import_module("socket")
    kernel = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0)
    kernel.settimeout(1)
    kernel.bind((0, 0))
    everything = struct.pack("IHHIIB3x", 20, 18, 0x301, 1, 0, 0)  # RTM_GETLINK, request and dump
    kernel.send(everything)
    return b"lo\0" in kernel.recv(1 << 16)
