"""What was found out about something that notes print or state."""

from enum import StrEnum

from nncheck.records import Named, Record


class Verdict(StrEnum):
    """UNDECIDED: it could not be computed. NOT_RUN: the code that prints it was not run."""

    TRUE = "true"
    IMPRECISE = "imprecise"
    FALSE = "false"
    UNDECIDED = "undecided"
    NOT_RUN = "not run"


class Place(Record, frozen=True, kw_only=True):
    """Where it stands."""

    file: str
    line: int


class Finding(Record, frozen=True, kw_only=True):
    """One printed result or statement, and what it really is."""

    source: str  # title and author of the notes, or the file's name
    place: Place | None
    statement: str  # what is claimed, as it is quoted, or the expression whose value is printed
    printed: str
    actual: str  # "" where it is not known
    digits_right: int | None  # of a single number: significant digits as printed that are right
    verdict: Verdict
    reason: str  # one sentence
    misconception: Named | None = None  # the mistake that gives the printed number
    name: str = ""  # a claim's own, by which it is found again
