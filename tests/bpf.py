"""A small interpreter of classic BPF, as the kernel runs it over a system call."""

import struct
from collections.abc import Sequence

from nncheck.sandbox.layers.bpf import AND, AT_LEAST, EQUAL, LOAD, RETURN, Instruction, assembled

LONGEST = 4096  # instructions; the kernel takes no more


def verdict(program: Sequence[Instruction], audit: int, number: int, arguments: Sequence[int] = ()) -> int:
    """What the filter answers to a system call."""
    words = [each % 2**64 for each in (*arguments, *[0] * 6)[:6]]
    record = struct.pack("<IIQ6Q", number % 2**32, audit, 0x7FFF_0000_1234, *words)
    code = list(struct.iter_unpack("=HBBI", assembled(program)))
    assert len(code) <= LONGEST
    at = accumulator = 0
    while True:
        operation, if_true, if_false, constant = code[at]
        at += 1
        match operation:
            case 0x20:
                assert constant % 4 == 0
                (accumulator,) = struct.unpack_from("<I", record, constant)
            case 0x54:
                accumulator &= constant
            case 0x15:
                at += if_true if accumulator == constant else if_false
            case 0x35:
                at += if_true if accumulator >= constant else if_false
            case 0x06:
                return constant
            case _:
                raise AssertionError(f"no instruction: {operation:#x}")


assert (LOAD, AND, EQUAL, AT_LEAST, RETURN) == (
    0x20,
    0x54,
    0x15,
    0x35,
    0x06,
)  # as linux/bpf_common.h has them
