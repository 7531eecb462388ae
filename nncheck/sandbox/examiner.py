"""A process that puts on the layers of a worker that is not forked, says which of them hold, and ends."""

import socket

from . import layers
from .wire import dumps, frame


def main(arguments: list[str]) -> None:
    """Answer on an inherited socket: each layer's name, and None or why it does not hold."""
    descriptor, memory_mib, cpu_seconds = arguments
    channel = socket.socket(fileno=int(descriptor))
    found = layers.examined(layers.plan(int(memory_mib), int(cpu_seconds)), layers.PORTABLE)
    channel.sendall(frame(dumps(found)))
