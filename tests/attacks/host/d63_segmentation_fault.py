# D63: crashes by writing a megabyte where nothing is
# Without layers: fails
import sys

ctypes = sys.modules["ctypes"]


def attack(facts):
    ctypes.memset(1, 0, 1 << 20)
