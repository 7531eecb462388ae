# D58: fills /dev/shm, which is memory that no process is charged for
# Without layers: succeeds
import sys

system = sys.modules["os"]


def attack(facts):
    path = f"/dev/shm/{system.getpid()}"
    file = system.open(path, system.O_WRONLY | system.O_CREAT)
    system.unlink(path)
    return sum(system.write(file, bytes(1 << 20)) for _ in range(20)) == 20 << 20
