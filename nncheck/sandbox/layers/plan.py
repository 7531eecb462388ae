"""The figures that a lock-down needs."""

import os
import sys
from typing import NamedTuple


class Plan(NamedTuple):
    """How much a locked-down process may use."""

    data_bytes: int  # of private memory, with what it holds already
    address_bytes: int  # of addresses, likewise
    cpu_seconds: int


def plan(memory_mib: int, cpu_seconds: int) -> Plan:
    """The plan that grants this much memory beyond what the process holds now."""
    addresses, data = held()
    budget = memory_mib << 20
    return Plan(data + budget, addresses + budget, cpu_seconds)


def held() -> tuple[int, int]:
    """The bytes of addresses and of private memory that this process has; nought where nothing tells."""
    if sys.platform != "linux":
        return 0, 0
    with open("/proc/self/statm", encoding="ascii") as file:
        pages = file.read().split()
    size = os.sysconf("SC_PAGE_SIZE")
    return int(pages[0]) * size, int(pages[5]) * size
