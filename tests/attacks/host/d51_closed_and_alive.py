# D51: closes its socket and its output, and lives on
# Without layers: fails
import sys

system = sys.modules["os"]


def attack(facts):
    system.closerange(0, 64)
    while True:
        pass
