# D58: reserves space on the disk without writing a byte
# Without layers: succeeds
import sys

system = sys.modules["os"]


def attack(facts):
    path = facts["folder"] + "/reserved"
    file = system.open(path, system.O_RDWR | system.O_CREAT)
    system.unlink(path)
    system.posix_fallocate(file, 0, 20 << 20)
    return system.fstat(file).st_size == 20 << 20
