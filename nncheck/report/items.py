"""A submission's result -> the list of its checks, as tools that count tests want it."""

from collections.abc import Iterable, Iterator

from nncheck.records import CheckResult, Location, Record, Status, SubmissionResult
from nncheck.report.failure import check_lines, check_name
from nncheck.report.plain import plain

NOTEBOOK = ".ipynb"
WIDTH = 100  # of the lines on a failure: these formats are shown on pages, not in narrow terminals
UNGRADED = "no function was graded"
REDUCED = "This is right, but while the function's values are wrong it has only a part of its points."
NOT_OURS = "nncheck itself failed here, which costs no points"


class Item(Record, frozen=True, kw_only=True):
    """A check, and what it is a check of."""

    exercise: str
    function: str
    check: CheckResult

    @property
    def of(self) -> str:
        """The function, by a name that stays the same from run to run."""
        return f"{self.exercise}.{self.function}"

    @property
    def name(self) -> str:
        """The check, by a name that stays the same from run to run."""
        return f"{self.of}: {check_name(self.check)}"


def items(result: SubmissionResult) -> Iterator[Item]:
    """Every check of every function, in order."""
    for exercise in result.exercises:
        for function in exercise.functions:
            for check in function.checks:
                yield Item(exercise=exercise.exercise, function=function.function, check=check)


def judged(item: Item) -> bool:
    """Whether somebody could have had points for it: neither hardware, a library nor nncheck was missing."""
    unscored = item.check.status in (Status.SKIPPED, Status.ERROR) and item.check.max_score == 0
    return not unscored


def ungraded(result: SubmissionResult) -> str:
    """Why a submission has no checks at all; "" where it has some."""
    return "" if result.exercises else plain(" ".join(result.notes[:1]) or UNGRADED)


def remarks(result: SubmissionResult) -> list[str]:
    """What there is to say of the file as a whole, beside its checks."""
    notes = map(plain, result.notes[0 if result.exercises else 1 :])
    return [note for note in notes if note]


def sentence(check: CheckResult) -> str:
    """What came of the check, on one line."""
    said = plain(check.message or check.promise)
    return f"{NOT_OURS}: {said}" if check.status is Status.ERROR else said


def details(item: Item) -> str:
    """All that there is to say of the check, on several lines; "" where it passed with all its points."""
    check = item.check
    if check.status is Status.FAILED:
        return unspaced(line.plain for line in check_lines(item.function, check, WIDTH))
    if check.status is Status.PASSED:
        return REDUCED if check.score < check.max_score else ""
    return sentence(check)


def labels(results: Iterable[SubmissionResult]) -> Iterator[tuple[SubmissionResult, str]]:
    """Each result with what its checks' names begin with: nothing where it is the only one."""
    listed = list(results)
    for result in listed:
        yield result, f"{plain(f'{result.submission}:')} " if len(listed) > 1 else ""


def unspaced(lines: Iterable[str]) -> str:
    """The lines as one text, without blanks at their ends."""
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def line_of(file: str, location: Location | None) -> int | None:
    """The line of the file; a notebook's cells have lines of their own, which are none of its file."""
    return None if location is None or file.endswith(NOTEBOOK) else location.line
