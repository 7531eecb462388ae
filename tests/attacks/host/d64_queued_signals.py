# D64: queues thousands of blocked signals to itself
# Without layers: succeeds
import sys

ctypes, signals, system = (sys.modules[name] for name in ("ctypes", "signal", "os"))


def attack(facts):
    signals.pthread_sigmask(signals.SIG_BLOCK, [40])
    libc = ctypes.CDLL(None)
    return sum(libc.sigqueue(system.getpid(), 40, None) == 0 for _ in range(2000)) > 1000
