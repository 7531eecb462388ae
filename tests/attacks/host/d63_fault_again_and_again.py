# D63: handles its segmentation faults by going on, so that it faults for ever
# Without layers: fails
import sys

ctypes, signals = sys.modules["ctypes"], sys.modules["signal"]


def attack(facts):
    signals.signal(signals.SIGSEGV, lambda *arguments: None)
    ctypes.memset(1, 0, 1)
