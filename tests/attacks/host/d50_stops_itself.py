# D50: stops itself, so that it neither runs nor ends
# Without layers: fails
import sys

signals = sys.modules["signal"]


def attack(facts):
    signals.raise_signal(signals.SIGSTOP)
    return False
