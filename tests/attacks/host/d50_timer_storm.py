# D50: interrupts itself a hundred thousand times a second
# Without layers: fails
import sys

signals = sys.modules["signal"]


def attack(facts):
    signals.signal(signals.SIGALRM, lambda *arguments: None)
    signals.setitimer(signals.ITIMER_REAL, 1e-5, 1e-5)
    while True:
        pass
