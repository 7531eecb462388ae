"""The figures that a lock-down needs."""

import resource
from typing import NamedTuple


class Plan(NamedTuple):
    """How much a locked-down process may use."""

    data_bytes: int  # of private memory, with what it holds already
    cpu_seconds: int


def plan(memory_mib: int, cpu_seconds: int) -> Plan:
    """The plan that grants this much memory beyond what the process holds now."""
    with open("/proc/self/statm", encoding="ascii") as file:
        held = int(file.read().split()[5]) * resource.getpagesize()
    return Plan(held + (memory_mib << 20), cpu_seconds)
