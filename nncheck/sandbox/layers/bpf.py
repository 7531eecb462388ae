"""Instructions of classic BPF, the language in which a system call filter is written.

A filter is a program without loops that looks at one 64-byte record, struct seccomp_data: the call's
number, the architecture, and its six arguments. See linux/filter.h and linux/seccomp.h.
"""

import struct
from collections.abc import Iterable

Instruction = tuple[int, int, int, int]  # code, how many to skip when true, when false; a constant
INSTRUCTION = struct.Struct("=HBBI")
SIZE = INSTRUCTION.size

NUMBER, ARCHITECTURE = 0, 4  # offsets in the record
LOAD, AND, RETURN = 0x20, 0x54, 0x06
EQUAL, AT_LEAST = 0x15, 0x35

ALLOW, KILL_PROCESS = 0x7FFF0000, 0x80000000
ERRNO = 0x00050000  # plus the error's number


def load(offset: int) -> Instruction:
    """The 32 bits of the record at an offset."""
    return LOAD, 0, 0, offset


def low(argument: int) -> int:
    """Where the lower half of an argument is: both tables' architectures are little-endian."""
    return 16 + 8 * argument


def high(argument: int) -> int:
    """Where the upper half of an argument is."""
    return low(argument) + 4


def mask(bits: int) -> Instruction:
    """What has been loaded, without its other bits."""
    return AND, 0, 0, bits


def answer(verdict: int) -> Instruction:
    """The end of the program."""
    return RETURN, 0, 0, verdict


def when(comparison: int, value: int, *then: Instruction) -> list[Instruction]:
    """Instructions that are run only when what has been loaded compares so with a value."""
    return [(comparison, 0, len(then), value), *then]


def unless_equal(value: int, *then: Instruction) -> list[Instruction]:
    """Instructions that are skipped when what has been loaded is this value."""
    return [(EQUAL, len(then), 0, value), *then]


def assembled(program: Iterable[Instruction]) -> bytes:
    """The program as the kernel reads it."""
    return b"".join(INSTRUCTION.pack(*instruction) for instruction in program)
