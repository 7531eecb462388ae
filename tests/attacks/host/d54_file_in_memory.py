# D54: fills a file that exists in memory only
# Without layers: succeeds
import sys

system = sys.modules["os"]


def attack(facts):
    file = system.memfd_create("large")
    chunk = bytes(16 << 20)
    return sum(system.write(file, chunk) for _ in range(12)) == 192 << 20
