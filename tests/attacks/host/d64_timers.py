# D64: sets thousands of kernel timers
# Without layers: succeeds
import sys

ctypes = sys.modules["ctypes"]


def attack(facts):
    libc = ctypes.CDLL(None)
    timer = ctypes.c_void_p()
    return sum(libc.timer_create(0, None, ctypes.byref(timer)) == 0 for _ in range(2000)) > 1000
