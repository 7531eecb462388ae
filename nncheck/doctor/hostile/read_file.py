"""Reads the beginning of a file."""

import sys


def attack(path: str) -> object:
    system = sys.modules["os"]
    return system.read(system.open(path, system.O_RDONLY), 4096).decode()
