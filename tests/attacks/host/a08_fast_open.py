# A8: sends over TCP without ever calling connect
# Without layers: succeeds
import struct
import sys

MSG_FASTOPEN = 0x20000000


def attack(facts):
    ctypes = sys.modules["ctypes"]
    libc = ctypes.CDLL(None)
    tcp = libc.socket(2, 1, 0)
    address = struct.pack("=H", 2) + struct.pack(">H", facts["tcp_port"]) + bytes([127, 0, 0, 1]) + bytes(8)
    size = ctypes.c_size_t(6)
    return libc.sendto(tcp, b"hidden", size, MSG_FASTOPEN, address, len(address)) == 6
