"""What the tests of notes share."""

from collections.abc import Sequence
from pathlib import Path
from textwrap import dedent

from nncheck.records import Limits
from nncheck.spec import load_exercises
from nncheck.verify.claim import Claim
from nncheck.verify.findings import Finding
from nncheck.verify.notes.check import Checked, check_notes
from nncheck.verify.notes.running import LIMITS
from nncheck.verify.quantities import Quantities
from nncheck.verify.verdicts import findings


def judge(claims: Sequence[Claim]) -> list[Finding]:
    """The verdicts on claims in comments."""
    return findings(claims, Quantities(load_exercises(())))


def checked(folder: Path, text: str | bytes, name: str = "notes.md", limits: Limits = LIMITS) -> Checked:
    """What is found out about notes with this text."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else dedent(text).encode())
    return check_notes(path, judge, limits=limits)


def told(found: Checked) -> list[tuple[int, str, str]]:
    """Line, number and verdict of each finding."""
    return [
        (each.place.line if each.place else 0, each.printed, str(each.verdict)) for each in found.findings
    ]


def verdicts(found: Checked) -> list[str]:
    """The verdicts alone."""
    return [str(each.verdict) for each in found.findings]


def fenced(code: str, language: str = "python") -> str:
    """A block of Markdown."""
    return f"```{language}\n{dedent(code).strip()}\n```\n"
