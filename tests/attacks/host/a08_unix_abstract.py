# A8: sends what it was asked through a socket that has a name but no file
# Without layers: succeeds
import struct
import sys


def attack(facts):
    libc = sys.modules["ctypes"].CDLL(None)
    local = libc.socket(1, 1, 0)
    address = struct.pack("=H", 1) + facts["abstract_socket"].encode()
    return libc.connect(local, address, len(address)) == 0
