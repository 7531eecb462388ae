# A2: reads a file that its user may read
# Without layers: succeeds
import sys


def attack(facts):
    system = sys.modules["os"]
    descriptor = system.open(facts["secret_file"], system.O_RDONLY)
    return system.read(descriptor, 100).decode()
