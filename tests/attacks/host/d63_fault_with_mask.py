# D63: ends by an illegal instruction while every signal is blocked
# Without layers: fails
import sys

ctypes, signals = sys.modules["ctypes"], sys.modules["signal"]


def attack(facts):
    signals.pthread_sigmask(signals.SIG_BLOCK, signals.valid_signals())
    libc = ctypes.CDLL(None)
    libc.mmap.restype = ctypes.c_void_p
    page = libc.mmap(None, 4096, 7, 0x22, -1, 0)
    ctypes.memmove(page, bytes(16), 16)
    ctypes.CFUNCTYPE(None)(page + 4095)()
