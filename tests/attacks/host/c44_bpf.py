# C44: makes a table for programs inside the kernel, as root may
# Without layers: may succeed
import struct
import sys

os = sys.modules["os"]

BPF = {"x86_64": 321, "aarch64": 280}
MAP_CREATE, ARRAY = 0, 2


def attack(facts):
    wishes = struct.pack("4I", ARRAY, 4, 8, 1) + bytes(56)
    return sys.modules["ctypes"].CDLL(None).syscall(BPF[os.uname().machine], MAP_CREATE, wishes, 72) >= 0
