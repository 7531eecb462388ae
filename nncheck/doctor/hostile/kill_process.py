"""Kills another process."""

import sys


def attack(process: int) -> object:
    return sys.modules["os"].kill(process, 9)
