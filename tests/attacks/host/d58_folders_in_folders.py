# D58: makes folders in folders, until no program can walk through them
# Without layers: succeeds
import sys

system = sys.modules["os"]


def attack(facts):
    system.chdir(facts["folder"])
    for _ in range(60):
        system.mkdir("deeper")
        system.chdir("deeper")
    for _ in range(60):
        system.chdir("..")
        system.rmdir("deeper")
    return True
