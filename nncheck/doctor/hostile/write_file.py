"""Adds to a file."""

import sys


def attack(path: str) -> object:
    system = sys.modules["os"]
    return system.write(system.open(path, system.O_WRONLY | system.O_APPEND), b"full marks")
