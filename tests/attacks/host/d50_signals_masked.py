# D50: masks every signal, ignores the rest, and spins
# Without layers: fails
import sys

signals = sys.modules["signal"]


def attack(facts):
    signals.pthread_sigmask(signals.SIG_BLOCK, signals.valid_signals())
    while True:
        pass
