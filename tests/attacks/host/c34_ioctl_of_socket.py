# C34: names another process as a socket's owner through ioctl
# Without layers: succeeds
import importlib
import struct
import sys

FIOSETOWN, FIOASYNC = 0x8901, 0x5452


def attack(facts):
    libc = sys.modules["ctypes"].CDLL(None)
    mine, yours = importlib.import_module("socket").socketpair()
    libc.ioctl(mine.fileno(), FIOSETOWN, struct.pack("i", facts["victim"]))
    libc.ioctl(mine.fileno(), FIOASYNC, struct.pack("i", 1))
    yours.send(b"now")
