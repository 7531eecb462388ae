"""Connects to a port of this machine."""

import sys


def attack(port: int) -> object:
    connection = sys.modules["socket"].socket()
    connection.settimeout(1)
    return connection.connect(("127.0.0.1", port))
