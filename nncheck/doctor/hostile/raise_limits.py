"""Allows itself files again, and opens one."""

import sys


def attack() -> object:
    resource = sys.modules["resource"]
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
    return sys.modules["os"].dup(1) > 1
