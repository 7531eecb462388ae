"""Findings -> SARIF 2.1.0, which code hosts and editors show beside the lines of a file."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from nncheck import __version__
from nncheck.report.plain import plain
from nncheck.report.screen import Screen
from nncheck.verify.findings import Finding, Place, Verdict

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
RULES = {
    Verdict.FALSE: ("false", "error", "A printed number or statement is false."),
    Verdict.IMPRECISE: ("imprecise", "warning", "A printed number or statement is imprecise."),
    Verdict.UNDECIDED: ("undecided", "note", "A printed number or statement could not be decided."),
    Verdict.NOT_RUN: ("not-run", "note", "The code that prints a number was not run."),
}
ORDER = list(RULES)
DRIVE = re.compile(r"^[A-Za-z]:")


def render(findings: Sequence[Finding], screen: Screen | None = None) -> str:
    """One run, with a result for everything that is not true."""
    document = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "nncheck", "version": __version__, "rules": _rules()}},
                "results": [_result(each) for each in findings if each.verdict in RULES],
                "columnKind": "unicodeCodePoints",
            }
        ],
    }
    return json.dumps(document, indent=1, ensure_ascii=True) + "\n"


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
        "message": {"text": plain(f"{finding.statement} | {text}")},
    }
    if finding.place is not None:
        found["locations"] = [_location(finding.place)]
    return found


def _location(place: Place) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(place.file)},
            "region": {"startLine": place.line},
        }
    }


def _uri(file: str) -> str:
    """A path as a reference: relative ones stay so; names may hold anything."""
    path = Path(file)
    encoded = quote(path.as_posix().encode("utf-8", "surrogateescape"))
    return f"file://{encoded}" if path.is_absolute() and not DRIVE.match(file) else encoded
