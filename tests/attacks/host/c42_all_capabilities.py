# C42: takes every single right that root has, as root may
# Without layers: may succeed
import struct
import sys

VERSION, CHOWN_TO_SETPCAP = 0x20080522, 0x1FF


def attack(facts):
    libc = sys.modules["ctypes"].CDLL(None)
    rights = struct.pack("6I", CHOWN_TO_SETPCAP, CHOWN_TO_SETPCAP, 0, 0, 0, 0)
    return libc.capset(struct.pack("II", VERSION, 0), rights) == 0
