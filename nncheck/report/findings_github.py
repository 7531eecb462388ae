"""Findings -> workflow commands, which GitHub shows beside the lines of a pull request."""

from collections.abc import Sequence
from itertools import groupby

from nncheck.report.plain import plain
from nncheck.report.screen import Screen
from nncheck.report.workflow import command
from nncheck.verify.findings import Finding, Verdict

LEVELS = {
    Verdict.FALSE: "error",
    Verdict.IMPRECISE: "warning",
    Verdict.UNDECIDED: "notice",
    Verdict.NOT_RUN: "notice",
}
MOST_TOGETHER = 6  # numbers that one message names


def render(findings: Sequence[Finding], screen: Screen | None = None) -> str:
    """One command for all that is wrong on a line for the same reason; nothing for what is true."""
    telling = [each for each in findings if each.verdict in LEVELS]
    groups = groupby(telling, key=lambda each: (each.place, each.source, each.verdict, each.reason))
    return "".join(_command(list(group)) for _, group in groups)


def _command(group: Sequence[Finding]) -> str:
    first = group[0]
    numbers = ", ".join(each.printed for each in group[:MOST_TOGETHER])
    rest = f" and {len(group) - MOST_TOGETHER} more" if len(group) > MOST_TOGETHER else ""
    message = f"{numbers}{rest}: {first.reason}" if numbers else f"{first.statement}: {first.reason}"
    title = plain(f"{first.verdict}: {first.statement}", 120)
    place = () if first.place is None else (first.place.file, first.place.line)
    return command(LEVELS[first.verdict], title, plain(message), *place)
