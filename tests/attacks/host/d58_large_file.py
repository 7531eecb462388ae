# D58: fills the disk with twenty megabytes
# Without layers: succeeds
import sys

system = sys.modules["os"]


def attack(facts):
    path = facts["folder"] + "/large"
    file = system.open(path, system.O_WRONLY | system.O_CREAT)
    system.unlink(path)
    return sum(system.write(file, bytes(1 << 20)) for _ in range(20)) == 20 << 20
