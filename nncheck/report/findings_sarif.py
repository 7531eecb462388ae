"""Findings -> SARIF 2.1.0, which code hosts and editors show beside the lines of a file."""

from collections.abc import Sequence
from typing import Any

from nncheck import __version__
from nncheck.report.sarif_log import log, message, physical
from nncheck.report.screen import Screen
from nncheck.verify.findings import Finding, Verdict

RULES = {
    Verdict.FALSE: ("false", "error", "A printed number or statement is false."),
    Verdict.IMPRECISE: ("imprecise", "warning", "A printed number or statement is imprecise."),
    Verdict.UNDECIDED: ("undecided", "note", "A printed number or statement could not be decided."),
    Verdict.NOT_RUN: ("not-run", "note", "The code that prints a number was not run."),
}
ORDER = list(RULES)


def render(findings: Sequence[Finding], screen: Screen | None = None) -> str:
    """One run, with a result for everything that is not true."""
    return log(__version__, _rules(), [_result(each) for each in findings if each.verdict in RULES])


def _rules() -> list[dict[str, Any]]:
    return [
        {"id": name, "shortDescription": {"text": text}, "defaultConfiguration": {"level": level}}
        for name, level, text in RULES.values()
    ]


def _result(finding: Finding) -> dict[str, Any]:
    name, level, _ = RULES[finding.verdict]
    text = f"{finding.printed}: {finding.reason}" if finding.printed else finding.reason
    found: dict[str, Any] = {
        "ruleId": name,
        "ruleIndex": ORDER.index(finding.verdict),
        "level": level,
        "message": message(f"{finding.statement} | {text}"),
    }
    if finding.place is not None:
        found["locations"] = [{"physicalLocation": physical(finding.place.file, finding.place.line)}]
    return found
