# A8: sends over multipath TCP, a protocol that rules for TCP may forget
# Without layers: may succeed
import struct
import sys

IPPROTO_MPTCP = 262


def attack(facts):
    libc = sys.modules["ctypes"].CDLL(None)
    tcp = libc.socket(2, 1, IPPROTO_MPTCP)
    address = struct.pack("=H", 2) + struct.pack(">H", facts["tcp_port"]) + bytes([127, 0, 0, 1]) + bytes(8)
    return libc.connect(tcp, address, len(address)) == 0
