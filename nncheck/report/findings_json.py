"""Findings -> JSON, for programs."""

from collections.abc import Sequence
from typing import Any

from nncheck.report.json import written
from nncheck.report.screen import Screen
from nncheck.verify.findings import Finding, Verdict

SCHEMA = "nncheck.findings/1"


def render(findings: Sequence[Finding], screen: Screen | None = None) -> str:
    """The findings as printable ASCII; equal findings are equal bytes."""
    return written(document(findings)) + "\n"


def document(findings: Sequence[Finding]) -> dict[str, Any]:
    """The findings as JSON's own types."""
    verdicts = [each.verdict for each in findings]
    return {
        "schema": SCHEMA,
        "findings": [_finding(each) for each in findings],
        "summary": {str(verdict): verdicts.count(verdict) for verdict in Verdict},
    }


def _finding(finding: Finding) -> dict[str, Any]:
    place, mistake = finding.place, finding.misconception
    return {
        "source": finding.source,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "name": finding.name,
        "statement": finding.statement,
        "printed": finding.printed,
        "actual": finding.actual,
        "digits_right": finding.digits_right,
        "verdict": str(finding.verdict),
        "reason": finding.reason,
        "misconception": {"id": mistake.id, "title": mistake.title, "hint": mistake.hint}
        if mistake
        else None,
    }
