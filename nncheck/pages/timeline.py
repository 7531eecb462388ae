"""What was handed in over time -> how much in each hour, day or week, and how often by whom."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from nncheck.records import Record

HOUR, DAY, WEEK = 3600, 86_400, 604_800
MOST_PERIODS = 60  # that a page has room for
_MONDAY = 4 * DAY  # the first one: 1970 began on a Thursday


class Period(Record, frozen=True, kw_only=True):
    """A stretch of time, and how many new or changed submissions came in it."""

    begin: str  # in UTC
    count: int


@dataclass
class Story:
    """How often one submission changed, and when it did so last."""

    versions: int = 0
    latest: float = 0.0  # seconds since 1970


@dataclass
class Timeline:
    """Submissions as they came or changed, one after the other; only counts are kept."""

    stories: dict[str, Story] = field(default_factory=dict)
    _hours: Counter[int] = field(default_factory=Counter)

    def add(self, submission: str, seconds: float) -> None:
        """What a submission was from this time on, in seconds since 1970."""
        story = self.stories.setdefault(submission, Story())
        story.versions += 1
        story.latest = max(story.latest, seconds)
        self._hours[int(seconds // HOUR)] += 1

    def periods(self) -> list[Period]:
        """Equal stretches from the first time to the last: hours, days, or as many weeks as it takes."""
        if not self._hours:
            return []
        length, origin = self._length()
        counts: Counter[int] = Counter()
        for hour, count in self._hours.items():
            counts[(hour * HOUR - origin) // length] += count
        form = "%Y-%m-%d %H:00" if length < DAY else "%Y-%m-%d"
        return [
            Period(begin=_time(number * length + origin, form), count=counts[number])
            for number in range(min(counts), max(counts) + 1)
        ]

    def _length(self) -> tuple[int, int]:
        """The length of a period in seconds, and where they are counted from."""
        first, last = min(self._hours) * HOUR, max(self._hours) * HOUR
        span = last - first + HOUR
        for length in (HOUR, DAY):
            if span <= length * (MOST_PERIODS - 1):
                return length, 0
        return WEEK * -(-span // (WEEK * (MOST_PERIODS - 1))), first - (first - _MONDAY) % WEEK


def timeline(times: Iterable[tuple[str, float]]) -> Timeline:
    """That of names of submissions and times."""
    found = Timeline()
    for submission, seconds in times:
        found.add(submission, seconds)
    return found


def minute(seconds: float) -> str:
    """A time in UTC as a table shows and sorts it."""
    return _time(seconds, "%Y-%m-%d %H:%M")


def _time(seconds: float, form: str) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime(form)
