"""Results, one after the other -> what a page about all of them shows. No result is held."""

from dataclasses import dataclass, field
from enum import StrEnum

from nncheck.pages.stuck import Failing, failings
from nncheck.pages.timeline import Timeline, minute
from nncheck.records import Named, Record, SubmissionResult
from nncheck.report.difficulty import Item
from nncheck.report.grades import lost_in
from nncheck.report.items import ungraded
from nncheck.report.scores import percent
from nncheck.report.statistics import Statistics

Place = tuple[str, str]  # exercise and function


class State(StrEnum):
    """What a submission came to, in words that its row can be found by."""

    FULL = "full"
    LOST = "lost"
    UNGRADED = "ungraded"


class Row(Record, frozen=True, kw_only=True):
    """A submission in the table. Equal lists of numbers are one list, however many rows have them."""

    submission: str
    page: str  # where it is shown by itself; "" for nowhere
    score: float
    max_score: float
    percent: float
    state: State
    reason: str  # why it could not be graded
    lost: tuple[int, ...]  # functions that cost points
    mistakes: tuple[int, ...]  # misconceptions that were named
    versions: int
    latest: str  # when it last changed; "" where that is not known


@dataclass
class Mistake:
    """A misconception in a function, and the rows of those who have it."""

    number: int
    named: Named
    place: Place
    rows: list[int] = field(default_factory=list)


@dataclass
class Overview:
    """All that is known of the submissions so far."""

    timeline: Timeline | None = None
    statistics: Statistics = field(default_factory=Statistics)
    items: dict[Place, Item] = field(default_factory=dict)
    places: dict[Place, int] = field(default_factory=dict)  # every function's number
    mistakes: dict[tuple[str, Place], Mistake] = field(default_factory=dict)
    alike: dict[Failing, list[int]] = field(default_factory=dict)  # rows that fail in the same way
    rows: list[Row] = field(default_factory=list)
    _lists: dict[tuple[int, ...], tuple[int, ...]] = field(default_factory=dict)

    def add(self, result: SubmissionResult, page: str = "") -> None:
        """One more submission, which is shown by itself at `page`."""
        number = len(self.rows)
        self.statistics.add(result)
        lost = self._functions(result)
        mistakes = self._mistakes(result, number)
        for failing in failings(result):
            self.alike.setdefault(failing, []).append(number)
        self.rows.append(self._row(result, page, self._kept(lost), self._kept(mistakes)))

    def _functions(self, result: SubmissionResult) -> list[int]:
        """The numbers of the functions that lost points."""
        lost = []
        for exercise in result.exercises:
            for function in exercise.functions:
                place = (exercise.exercise, function.function)
                self.items.setdefault(place, Item()).add(function, result)
                number = self.places.setdefault(place, len(self.places))
                if lost_in(function):
                    lost.append(number)
        return lost

    def _mistakes(self, result: SubmissionResult, row: int) -> list[int]:
        """The numbers of the misconceptions; this row is noted with each."""
        found = {
            (named.id, (exercise.exercise, function.function)): named
            for exercise in result.exercises
            for function in exercise.functions
            for check in function.checks
            for named in check.misconceptions
        }
        for key, named in found.items():
            mistake = Mistake(len(self.mistakes), named, key[1])
            self.mistakes.setdefault(key, mistake).rows.append(row)
        return [self.mistakes[key].number for key in found]

    def _kept(self, numbers: list[int]) -> tuple[int, ...]:
        found = tuple(numbers)
        return self._lists.setdefault(found, found)

    def _row(
        self, result: SubmissionResult, page: str, lost: tuple[int, ...], mistakes: tuple[int, ...]
    ) -> Row:
        reason = ungraded(result)
        story = self.timeline.stories.get(result.submission) if self.timeline else None
        full = result.score >= result.max_score - 1e-9
        return Row(
            submission=result.submission,
            page=page,
            score=result.score,
            max_score=result.max_score,
            percent=percent(result),
            state=State.UNGRADED if reason else State.FULL if full else State.LOST,
            reason=reason,
            lost=lost,
            mistakes=mistakes,
            versions=story.versions if story else 1,
            latest=minute(story.latest) if story else "",
        )
