"""Leaves another process no more than five open files."""

import sys


def attack(process: int) -> object:
    resource = sys.modules["resource"]
    return resource.prlimit(process, resource.RLIMIT_NOFILE, (5, 5))
