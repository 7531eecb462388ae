"""How much of the grader's memory the answers of one submission to one exercise may take.

A single answer is bounded by the wire, but hundreds of them are held until all functions have been judged.
"""

from collections.abc import Iterable
from sys import getsizeof
from typing import Any

import msgspec

from nncheck.records import Record
from nncheck.sandbox.form import ndarray
from nncheck.sandbox.replies import ProtocolError

HELD_MIB = 512  # sixty arrays of a million float64; a whole exercise of honest answers takes 1 MiB
SMALL = 1 << 10  # bytes of an answer that is not looked at: it is taken to be as dense as any
DENSEST = 64  # bytes of memory that one of its bytes may come to, with all that holds the answer


class Allowance:
    """What is left of it."""

    def __init__(self, mib: int = HELD_MIB):
        self._mib = mib
        self._left = mib << 20

    def take(self, answer: Any, size: int) -> None:
        """Count an answer of so many bytes in; ProtocolError when there is no more room."""
        self._left -= memory(answer) if size > SMALL else size * DENSEST
        if self._left < 0:
            raise ProtocolError(f"gave answers that take more than {self._mib:,} MiB of memory together")


def memory(value: Any) -> int:
    """The bytes that a value takes, with all that is in it; what several values share counts for each."""
    shared = value.nbytes if isinstance(value, ndarray) and value.base is not None else 0
    return getsizeof(value) + shared + sum(map(memory, parts(value)))


def parts(value: Any) -> Iterable[Any]:
    """The values that a value consists of."""
    if isinstance(value, dict):
        return (*value, *value.values())
    if isinstance(value, Record):
        return msgspec.structs.astuple(value)
    return value if isinstance(value, list | tuple) else ()
