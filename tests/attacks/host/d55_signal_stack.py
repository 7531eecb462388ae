# D55: handles the overflow of its stack on another stack, and overflows again
# Without layers: fails
import sys

ctypes, signals = sys.modules["ctypes"], sys.modules["signal"]


def attack(facts):
    libc = ctypes.CDLL(None)
    stack = ctypes.create_string_buffer(1 << 16)
    description = (ctypes.c_size_t * 3)(ctypes.addressof(stack), 0, len(stack))
    libc.sigaltstack(description, None)
    signals.signal(signals.SIGSEGV, attack)
    sys.setrecursionlimit(10**9)
    return attack(facts)
