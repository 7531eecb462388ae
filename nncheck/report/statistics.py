"""Results -> per function and check: how many passed, what it cost, and which mistakes were made."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from nncheck.records import CheckResult, FunctionResult, Status, SubmissionResult
from nncheck.report.failure import check_name
from nncheck.report.plain import plain
from nncheck.report.scores import points

_HEADING = f"{'asked':>7}{'passed':>8}{'failed':>8}{'skipped':>9}{'passed %':>10}{'mean':>8}"
_NAME = 30  # columns


@dataclass
class Tally:
    """How often something was asked, with what outcome, and the points for it."""

    statuses: Counter[Status] = field(default_factory=Counter)
    score: float = 0.0
    max_score: float = 0.0

    def add(self, status: Status, score: float, max_score: float) -> None:
        """One more outcome."""
        self.statuses[status] += 1
        self.score += score
        self.max_score += max_score

    @property
    def asked(self) -> int:
        """How often in all."""
        return self.statuses.total()


@dataclass
class Mistake:
    """A misconception: in how many submissions it was named, and the first of them."""

    title: str
    example: str
    count: int = 0


@dataclass
class Statistics:
    """What many submissions came to, one after the other; it holds no submission."""

    submissions: int = 0
    score: float = 0.0
    max_score: float = 0.0
    functions: dict[tuple[str, str], Tally] = field(default_factory=dict)
    checks: dict[tuple[str, str], dict[str, Tally]] = field(default_factory=dict)
    mistakes: dict[tuple[str, str], Mistake] = field(default_factory=dict)

    def add(self, result: SubmissionResult) -> None:
        """One more submission."""
        self.submissions += 1
        self.score += result.score
        self.max_score += result.max_score
        for exercise in result.exercises:
            for function in exercise.functions:
                self._add((exercise.exercise, function.function), function, result.submission)

    def _add(self, place: tuple[str, str], function: FunctionResult, submission: str) -> None:
        tally = self.functions.setdefault(place, Tally())
        tally.add(_worst(function.checks), function.score, function.max_score)
        checks = self.checks.setdefault(place, {})
        for check in function.checks:
            one = checks.setdefault(check_name(check), Tally())
            one.add(check.status, check.score, check.max_score)
        named = {named.id: named.title for check in function.checks for named in check.misconceptions}
        for number, title in named.items():
            mistake = self.mistakes.setdefault((number, function.function), Mistake(title, submission))
            mistake.count += 1


def gathered(results: Iterable[SubmissionResult]) -> Statistics:
    """The statistics of all results."""
    found = Statistics()
    for result in results:
        found.add(result)
    return found


def render(found: Statistics) -> str:
    """Tables for people."""
    return "\n".join(line.rstrip() for line in _lines(found)) + "\n"


def _lines(found: Statistics) -> Iterator[str]:
    share = 100 * found.score / found.max_score if found.max_score else 0.0
    yield f"{found.submissions} submissions, {share:.1f} % of all points"
    for (exercise, function), tally in found.functions.items():
        yield ""
        yield f"{f'{exercise}: {function}'.ljust(_NAME)}{_HEADING}"
        yield _row("the whole function", tally)
        yield from (_row(f"  {name}", each) for name, each in found.checks[exercise, function].items())
    if found.mistakes:
        yield ""
        yield "misconceptions, the most frequent first"
    for (number, function), mistake in sorted(found.mistakes.items(), key=lambda item: -item[1].count):
        yield f"{mistake.count:>7}  {number}  {function}: {plain(mistake.title)}"
        yield f"         for example in {plain(mistake.example)}"


def _row(name: str, tally: Tally) -> str:
    counts = tally.statuses
    passed, failed = counts[Status.PASSED], counts[Status.FAILED]
    judged = passed + failed
    skipped = tally.asked - judged
    share = f"{100 * passed / judged:.1f}" if judged else "-"
    mean = f"{points(tally.score / tally.asked)} / {points(tally.max_score / tally.asked)}"
    return f"{name.ljust(_NAME)}{tally.asked:>7}{passed:>8}{failed:>8}{skipped:>9}{share:>10}  {mean}"


def _worst(checks: Iterable[CheckResult]) -> Status:
    """What a function came to: failed where any check failed, passed where one passed and none failed."""
    statuses = {check.status for check in checks}
    order = (Status.FAILED, Status.ERROR, Status.PASSED)
    return next((each for each in order if each in statuses), Status.SKIPPED)
