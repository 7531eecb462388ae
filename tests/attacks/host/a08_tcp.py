# A8: sends what it was asked to another process over TCP, by the C library's own functions
# Without layers: succeeds
import struct
import sys


def attack(facts):
    libc = sys.modules["ctypes"].CDLL(None)
    tcp = libc.socket(2, 1, 0)
    address = struct.pack("=H", 2) + struct.pack(">H", facts["tcp_port"]) + bytes([127, 0, 0, 1]) + bytes(8)
    return libc.connect(tcp, address, len(address)) == 0
