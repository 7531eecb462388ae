"""What can go wrong outside a submission, and the exit code that says so.

A student's mistake is never an exception here: it is a record (see records.py).
"""

from collections.abc import Iterable
from difflib import get_close_matches
from enum import IntEnum


class ExitCode(IntEnum):
    """The exit codes of every command; a higher one wins over a lower one."""

    OK = 0
    BELOW = 1
    USAGE = 2
    GRADER = 3


class NncheckError(Exception):
    """A failure with one sentence for the person at the keyboard."""

    exit_code = ExitCode.GRADER

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows: the sentence, without our lines that it passed through."""
        return [f"nncheck: {self}"]


class UsageError(NncheckError):
    """The command was asked for something that cannot be: a missing file, an unknown name."""

    exit_code = ExitCode.USAGE


class SpecError(NncheckError):
    """An instructor's exercise is wrong; the sentence names file, line and cure."""

    exit_code = ExitCode.USAGE


class GraderError(NncheckError):
    """nncheck itself failed; it costs nobody a point."""


def unknown_name(what: str, name: str, known: Iterable[str]) -> UsageError:
    """The error for a misspelt name: lists the nearest known ones, or all of them."""
    names = sorted(known)
    near = get_close_matches(name, names, n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else f"known: {', '.join(names)}"
    return UsageError(f"unknown {what} {name!r}; {hint}")
