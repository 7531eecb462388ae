# C42: has the kernel lay out its memory predictably
# Without layers: succeeds
import sys

NO_RANDOMIZE, ASK = 0x0040000, 0xFFFFFFFF


def attack(facts):
    ctypes = sys.modules["ctypes"]
    libc = ctypes.CDLL(None)
    libc.personality(ctypes.c_ulong(NO_RANDOMIZE))
    now = libc.personality(ctypes.c_ulong(ASK))
    return now >= 0 and now & NO_RANDOMIZE != 0
