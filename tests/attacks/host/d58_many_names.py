# D58: stores data in the targets of symbolic links, which have no size
# Without layers: succeeds
import sys

system = sys.modules["os"]


def attack(facts):
    names = [f"{facts['folder']}/link{number}" for number in range(100)]
    for name in names:
        system.symlink("x/" * 2000, name)
    for name in names:
        system.unlink(name)
    return True
