# D50: answers the signal of the end of its time by going on
# Without layers: fails
import sys

signals = sys.modules["signal"]


def attack(facts):
    for number in (signals.SIGXCPU, signals.SIGTERM, signals.SIGALRM, signals.SIGINT, signals.SIGHUP):
        signals.signal(number, lambda *arguments: attack(facts))
    while True:
        pass
