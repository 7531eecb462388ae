# D54: stores data in the kernel, in a hundred pipes of a megabyte
# Without layers: succeeds
import sys

system, ctypes = sys.modules["os"], sys.modules["ctypes"]
SET_SIZE = 1031


def attack(facts):
    stored = 0
    for _ in range(100):
        _, end = system.pipe()
        ctypes.CDLL(None).fcntl(end, SET_SIZE, 1 << 20)
        system.set_blocking(end, False)
        stored += system.write(end, bytes(1 << 20))
    return stored > 32 << 20
