"""Sources -> items: every submission is read once before any is graded, to know which are equal or known."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from nncheck.batch.sources import Source
from nncheck.errors import UsageError
from nncheck.records import Submission, SubmissionResult

KeyOf = Callable[[Submission], str]


@dataclass(frozen=True)
class Item:
    """A submission without its text, and the key of its result; `reason` says why it cannot be graded."""

    place: int
    source: Source
    key: str
    content: str = ""  # its SHA-256
    reason: str = ""

    @property
    def name(self) -> str:
        return self.source.name


def survey(sources: Sequence[Source], key_of: KeyOf, unreadable_points: float) -> Iterator[Item]:
    """An item for every source, in order; `unreadable_points` are what one that cannot be read has lost."""
    return (surveyed(place, source, key_of, unreadable_points) for place, source in enumerate(sources))


def surveyed(place: int, source: Source, key_of: KeyOf, unreadable_points: float) -> Item:
    """The item of one source, as it is now."""
    try:
        submission = source.read()
    except UsageError as error:
        reason = str(error)
        lost = f"{unreadable_points:g} points lost: {reason}"
        key = sha256(lost.encode(errors="backslashreplace")).hexdigest()
        return Item(place, source, key, reason=reason)
    return Item(place, source, key_of(submission), submission.sha256)


def unscored(name: str, reason: str, points: float, content: str = "") -> SubmissionResult:
    """The result of a submission that was not graded, for this reason; `points` are what it has lost."""
    return SubmissionResult(
        submission=name, sha256=content, score=0.0, max_score=points, exercises=(), notes=(reason,)
    )
