"""Starts a process, which ends at once."""

import sys


def attack() -> object:
    system = sys.modules["os"]
    child = system.fork()
    if child == 0:
        system._exit(0)
    system.waitpid(child, 0)
    return True
