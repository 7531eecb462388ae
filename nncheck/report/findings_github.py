"""Findings -> workflow commands, which GitHub shows beside the lines of a pull request."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from nncheck.report.plain import plain, visible
from nncheck.report.screen import Screen
from nncheck.verify.findings import Finding, Verdict

LEVELS = {
    Verdict.FALSE: "error",
    Verdict.IMPRECISE: "warning",
    Verdict.UNDECIDED: "notice",
    Verdict.NOT_RUN: "notice",
}
MOST_TOGETHER = 6  # numbers that one message names
ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
PROPERTY_ESCAPES = {**ESCAPES, ":": "%3A", ",": "%2C"}


def render(findings: Sequence[Finding], screen: Screen | None = None) -> str:
    """One command for all that is wrong on a line for the same reason; nothing for what is true."""
    telling = [each for each in findings if each.verdict in LEVELS]
    groups = groupby(telling, key=lambda each: (each.place, each.source, each.verdict, each.reason))
    return "".join(f"{line}\n" for _, group in groups for line in _command(list(group)))


def _command(group: Sequence[Finding]) -> Iterator[str]:
    first = group[0]
    numbers = ", ".join(each.printed for each in group[:MOST_TOGETHER])
    rest = f" and {len(group) - MOST_TOGETHER} more" if len(group) > MOST_TOGETHER else ""
    message = f"{numbers}{rest}: {first.reason}" if numbers else f"{first.statement}: {first.reason}"
    place = ""
    if first.place is not None:
        place = f"file={_escaped(first.place.file, PROPERTY_ESCAPES)},line={first.place.line},"
    title = _escaped(plain(f"{first.verdict}: {first.statement}", 120), PROPERTY_ESCAPES)
    yield f"::{LEVELS[first.verdict]} {place}title={title}::{_escaped(plain(message), ESCAPES)}"


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(character) or visible(character) for character in text)
