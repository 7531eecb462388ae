"""What is known of all submissions -> the page about the class."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from nncheck.language.language import ENGLISH, Language
from nncheck.pages.bars import HEIGHT, bars
from nncheck.pages.distribution import distribution
from nncheck.pages.frame import page
from nncheck.pages.overview import Overview, Place, State
from nncheck.pages.stuck import groups
from nncheck.pages.words import words
from nncheck.records import Record, Status
from nncheck.report.difficulty import WEAK, Item
from nncheck.report.statistics import Tally
from nncheck.report.students import Student

GROUPS = 12  # that the page has room for
MEMBERS = 12  # named of each
EXAMPLES = 3  # of submissions with a misconception
FUNCTIONS = 4  # named in one row
WAYS = 3  # to fail that are told of a group


class CheckShare(Record, frozen=True, kw_only=True):
    """Checks that some submissions fail, equally many of them."""

    names: tuple[str, ...]
    failed: int
    judged: int


class FunctionShare(Record, frozen=True, kw_only=True):
    """A function, and those of its checks that are failed, most often failed first."""

    place: Place
    number: int
    item: Item
    failed: int
    judged: int
    checks: tuple[CheckShare, ...]


def class_page(
    found: Overview, who: Mapping[str, Student], *, title: str = "", language: Language = ENGLISH
) -> str:
    """All of it in one page, which links to the pages of the submissions where there are any.

    `who` has the student of each submission.
    """
    return page(
        "class",
        title=title or words(language.code)("Class report"),
        language=language.code,
        script="class",
        styles=("class",),
        sentence=language.sentence,
        who=who,
        unique=_unique(who),
        students=len({each.identity for each in who.values()}),
        rows=found.rows,
        places=[*found.places],
        exercises=_by_exercise(found),
        mistakes=[*found.mistakes.values()],
        State=State,
        **_charts(found),
        **_lists(found),
    )


def _charts(found: Overview) -> dict[str, Any]:
    """What has a picture or a figure of its own."""
    spread = distribution([row.percent for row in found.rows])
    periods = found.timeline.periods() if found.timeline else []
    return {
        "states": Counter(row.state for row in found.rows),
        "spread": spread,
        "scores": bars([(each.label, each.count) for each in spread.bins]),
        "timed": found.timeline is not None,
        "periods": bars([(each.begin, each.count) for each in periods]),
        "height": HEIGHT,
    }


def _lists(found: Overview) -> dict[str, Any]:
    """What is told in order, and how much of it."""
    alike = groups(found.alike, [row.versions for row in found.rows])
    return {
        "functions": _functions(found),
        "weak": WEAK,
        "ranked": sorted(found.mistakes.values(), key=lambda mistake: -len(mistake.rows)),
        "groups": alike[:GROUPS],
        "more_groups": max(len(alike) - GROUPS, 0),
        "known": found.mistakes,
        "most": {"members": MEMBERS, "examples": EXAMPLES, "functions": FUNCTIONS, "ways": WAYS},
    }


def _unique(who: Mapping[str, Student]) -> frozenset[str]:
    """The names that tell a submission from all others."""
    counts = Counter(student.name for student in who.values())
    return frozenset(name for name, count in counts.items() if count == 1)


def _by_exercise(found: Overview) -> dict[str, list[int]]:
    """The numbers of the functions of each exercise."""
    grouped: dict[str, list[int]] = {}
    for (exercise, _), number in found.places.items():
        grouped.setdefault(exercise, []).append(number)
    return grouped


def _functions(found: Overview) -> dict[str, list[FunctionShare]]:
    """Exercise by exercise, with what each function costs."""
    places = [*found.places]
    return {
        exercise: [_function(found, places[number], number) for number in numbers]
        for exercise, numbers in _by_exercise(found).items()
    }


def _function(found: Overview, place: Place, number: int) -> FunctionShare:
    tally = found.statistics.functions[place].statuses
    failed = tally[Status.FAILED]
    return FunctionShare(
        place=place,
        number=number,
        item=found.items[place],
        failed=failed,
        judged=failed + tally[Status.PASSED],
        checks=tuple(_checks(found.statistics.checks[place])),
    )


def _checks(tallies: Mapping[str, Tally]) -> Iterator[CheckShare]:
    """Those that are failed, most often failed first."""
    alike: dict[tuple[int, int], list[str]] = {}
    for name, tally in tallies.items():
        failed = tally.statuses[Status.FAILED]
        alike.setdefault((failed, failed + tally.statuses[Status.PASSED]), []).append(name)
    for (failed, judged), names in sorted(alike.items(), reverse=True):
        if failed:
            yield CheckShare(names=tuple(names), failed=failed, judged=judged)
