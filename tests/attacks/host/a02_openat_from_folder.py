# A2: reads a file by its name within an opened folder
# Without layers: succeeds
import sys


def attack(facts):
    system = sys.modules["os"]
    folder = system.open(facts["folder"], system.O_PATH | system.O_DIRECTORY)
    descriptor = system.open("solution.txt", system.O_RDONLY, dir_fd=folder)
    return system.read(descriptor, 100).decode()
