"""What a batch knows of earlier gradings and of graders beside it; a gradebook is one."""

from collections.abc import Sequence
from typing import Protocol

from nncheck.records import Environment
from nncheck.results import Summary


class Ledger(Protocol):
    """Results by the key of what they follow from."""

    def known(self, keys: Sequence[str]) -> set[str]:
        """Those that have a result."""

    def result(self, key: str) -> bytes | None:
        """The encoded result, if there is one."""

    def claim(self, keys: Sequence[str]) -> set[str]:
        """Those that are ours to grade; the others are known, or being graded by somebody else."""

    def finish(self, key: str, encoded: bytes, summary: Summary) -> None:
        """Keep a result of ours."""

    def release(self, keys: Sequence[str]) -> None:
        """Leave to others what we claimed and have no result of."""

    def record(self, entries: Sequence[tuple[str, str]]) -> None:
        """Note of names of submissions which keys they have now."""

    def describe(self, environment: Environment) -> None:
        """Note what held submissions least, which is known at the end."""


class Nothing:
    """No gradebook: nothing is known, everything is ours, and nothing is kept."""

    def known(self, keys: Sequence[str]) -> set[str]:
        return set()

    def result(self, key: str) -> bytes | None:
        return None

    def claim(self, keys: Sequence[str]) -> set[str]:
        return set(keys)

    def finish(self, key: str, encoded: bytes, summary: Summary) -> None:
        pass

    def release(self, keys: Sequence[str]) -> None:
        pass

    def record(self, entries: Sequence[tuple[str, str]]) -> None:
        pass

    def describe(self, environment: Environment) -> None:
        pass
