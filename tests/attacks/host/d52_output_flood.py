# D52: writes to standard output without end, past Python's buffers
# Without layers: fails
import sys

system = sys.modules["os"]


def attack(facts):
    line = b"all checks passed\n" * 4000
    while True:
        system.write(1, line)
