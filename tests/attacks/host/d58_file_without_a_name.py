# D58: writes a file that never had a name
# Without layers: succeeds
import sys

system = sys.modules["os"]


def attack(facts):
    file = system.open(facts["folder"], system.O_WRONLY | system.O_TMPFILE)
    return sum(system.write(file, bytes(1 << 20)) for _ in range(20)) == 20 << 20
