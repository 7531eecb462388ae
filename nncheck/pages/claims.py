"""What was found out about notes -> a page: each claim with its verdict, printed against exact."""

from collections.abc import Sequence

from nncheck.pages.digits import Part, compared
from nncheck.pages.frame import page
from nncheck.pages.inert import inert
from nncheck.pages.words import words
from nncheck.records import Record
from nncheck.report.screen import Screen
from nncheck.verify.findings import Finding, Verdict

_LONGEST = 2000  # characters of something printed or quoted
_MARKS = {  # shapes of style.css
    Verdict.TRUE: "passed",
    Verdict.IMPRECISE: "imprecise",
    Verdict.FALSE: "failed",
    Verdict.UNDECIDED: "undecided",
    Verdict.NOT_RUN: "skipped",
}


class Count(Record, frozen=True, kw_only=True):
    """How many are of a verdict; `key` is its name in addresses and classes."""

    verdict: str
    key: str
    mark: str
    count: int


class Row(Record, frozen=True, kw_only=True):
    """A finding as the page shows it."""

    key: str
    mark: str
    verdict: str
    name: str
    statement: str
    place: str
    printed: list[Part]
    exact: list[Part]
    reason: str
    mistake: str


class Source(Record, frozen=True, kw_only=True):
    """All that was found in one text."""

    name: str
    counts: list[Count]
    rows: list[Row]


def render(findings: Sequence[Finding], screen: Screen | None = None) -> str:
    """The page, its words in the language of the screen; the reasons stay English."""
    language = (screen or Screen()).language.code
    sources = dict.fromkeys(each.source for each in findings)
    return page(
        "verify",
        title=words(language)("Checked notes"),
        language=language,
        styles=("verify",),
        total=len(findings),
        counts=_counts(findings),
        sources=[_source(name, [each for each in findings if each.source == name]) for name in sources],
    )


def _source(name: str, found: Sequence[Finding]) -> Source:
    return Source(name=inert(name), counts=_counts(found), rows=list(map(_row, found)))


def _counts(found: Sequence[Finding]) -> list[Count]:
    verdicts = [each.verdict for each in found]
    return [
        Count(verdict=str(each), key=_key(each), mark=_MARKS[each], count=verdicts.count(each))
        for each in Verdict
        if each in verdicts
    ]


def _row(finding: Finding) -> Row:
    printed, exact = inert(finding.printed, _LONGEST), inert(finding.actual, _LONGEST)
    right = finding.verdict is Verdict.TRUE
    left, actual = ([Part(text=printed)], [Part(text=exact)]) if right else compared(printed, exact)
    mistake = finding.misconception
    return Row(
        key=_key(finding.verdict),
        mark=_MARKS[finding.verdict],
        verdict=str(finding.verdict),
        name=inert(finding.name),
        statement=inert(finding.statement, _LONGEST),
        place=f"{inert(finding.place.file)}:{finding.place.line}" if finding.place else "",
        printed=left,
        exact=actual,
        reason=inert(finding.reason, _LONGEST),
        mistake=f"{inert(mistake.title)} ({inert(mistake.id)})" if mistake else "",
    )


def _key(verdict: Verdict) -> str:
    return str(verdict).replace(" ", "-")
