"""Report -> text for people: readable without colour, in narrow terminals, in any encoding."""

import re
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from nncheck.language.language import Language
from nncheck.records import (
    CheckResult,
    Environment,
    ExerciseResult,
    FunctionResult,
    Isolation,
    Report,
    Status,
    SubmissionResult,
)
from nncheck.report.console import console
from nncheck.report.failure import check_name, failure_lines
from nncheck.report.plain import plain
from nncheck.report.scores import points
from nncheck.report.screen import Screen
from nncheck.report.styles import BAD, DIM, GOOD, STRONG
from nncheck.report.summary import summary_lines
from nncheck.report.wrapping import wrapped

SEVERAL_BLANKS = re.compile(r"\n{3,}")
MANY = 20  # submissions, of which details would scroll out of sight: a summary is shown alone
DETAIL = 6  # columns that a function's failures are indented by
ISOLATION = {
    "strong": "isolation strong",
    "medium": "isolation medium (no system call filter)",
    "basic": "isolation basic (limits only)",
    "none": "practice only: isolation none (nothing kept submissions from harming this machine)",
}


def render(report: Report, screen: Screen) -> str:
    """The whole report as text; with several submissions a summary comes last, where one looks first."""
    return laid_out(_report(report, screen), screen)


def laid_out(given: Iterable[Text], screen: Screen) -> str:
    """The lines as text, wrapped where they are too long."""
    width = screen.columns
    canvas = console(screen)
    with canvas.capture() as written:
        for line in given:
            _print(canvas, line, width)
    lines = "\n".join(line.rstrip() for line in written.get().split("\n"))
    return SEVERAL_BLANKS.sub("\n\n", lines)


def _print(canvas: Console, line: Text, width: int) -> None:
    """Wraps a line; what follows its first row is indented as far as the row itself."""
    indent = len(line.plain) - len(line.plain.lstrip(" "))
    if line.no_wrap or line.cell_len <= width:
        canvas.print(line, soft_wrap=True)
        return
    for row in wrapped(line[indent:], canvas, width - indent):
        row.rstrip()
        canvas.print(Text(" " * indent) + row, soft_wrap=True)


def _report(report: Report, screen: Screen) -> Iterator[Text]:
    number = len(report.submissions)
    for result in report.submissions if number <= MANY else ():
        yield from _submission(result, screen)
        yield Text()
    if number > 1:
        yield from summary_lines(report.submissions, screen)
        yield Text()
    if number > MANY:
        hidden = "The details of more than {number} submissions are in --format json only."
        yield Text(screen.language.say(hidden, number=MANY), style=DIM)
    yield Text(_environment(report.environment, screen), style=DIM)


def _submission(result: SubmissionResult, screen: Screen) -> Iterator[Text]:
    name, score = plain(result.submission, 100), f"{points(result.score)} / {points(result.max_score)}"
    line = Text(f"{name} ", style=STRONG)
    rest = max(3, screen.columns - line.cell_len - len(score) - 1)
    yield line.append(screen.line * rest, DIM).append(f" {score}")
    for note in map(screen.language.sentence, result.notes):
        yield Text(f"  {screen.marks[Status.ERROR]} {plain(note)}", style=BAD)
    for exercise in result.exercises:
        yield Text()
        yield from _exercise(exercise, screen)


def _exercise(result: ExerciseResult, screen: Screen) -> Iterator[Text]:
    yield Text.assemble((result.exercise, STRONG), f"  {points(result.score)} / {points(result.max_score)}")
    name_width = max((len(function.function) for function in result.functions), default=0)
    for function in result.functions:
        yield _function(function, name_width, screen)
        lines = list(failure_lines(function, screen.columns - DETAIL, screen.language))
        yield from indented(lines, DETAIL)
        if lines:
            yield Text()
    if result.not_attempted:
        names = ", ".join(result.not_attempted)
        yield Text("  " + screen.language.say("not attempted: {names}", names=names), style=DIM)
    yield from indented(_not_available(result.functions, screen.language), 2)


def indented(lines: Iterable[Text], columns: int) -> Iterator[Text]:
    """The lines, moved to the right."""
    for line in lines:
        yield Text(" " * columns, no_wrap=line.no_wrap).append_text(line) if line.plain else Text()


def _function(result: FunctionResult, name_width: int, screen: Screen) -> Text:
    statuses = [check.status for check in result.checks]
    good = Status.FAILED not in statuses and Status.ERROR not in statuses
    mark = Status.PASSED if good else Status.FAILED if Status.FAILED in statuses else Status.ERROR
    score = f"{points(result.score)} / {points(result.max_score)}"
    line = Text("  ").append(screen.marks[mark], GOOD if good else BAD)
    line.append(f" {result.function.ljust(name_width)}", None if good else STRONG)
    line.append(f"  {score.ljust(9)}  ")
    for status in statuses:
        line.append(screen.marks[status], {Status.PASSED: GOOD, Status.SKIPPED: DIM}.get(status, BAD))
    return line


def _not_available(functions: Iterable[FunctionResult], language: Language) -> Iterator[Text]:
    """Checks that hardware or a library kept from running, said once for the whole exercise."""
    found: dict[str, list[str]] = {}
    for function in functions:
        for check in filter(_unavailable, function.checks):
            said = plain(language.sentence(check.message or check.promise))
            reason = f"{check_name(check, language)}: {said}"
            found.setdefault(reason, []).append(function.function)
    for reason, names in found.items():
        several = language.say("{number} functions", number=len(names))
        where = names[0] if len(names) == 1 else several
        yield Text(language.say("skipped in {where}: {reason}", where=where, reason=reason), style=DIM)


def _unavailable(check: CheckResult) -> bool:
    return check.status is Status.SKIPPED and check.max_score == 0


def _environment(environment: Environment, screen: Screen) -> str:
    say = screen.language.say
    parts = [
        f"nncheck {environment.nncheck}",
        f"Python {environment.python}",
        f"numpy {environment.numpy}",
        *([f"torch {environment.torch}"] if environment.torch else []),
        ", ".join(environment.devices),
        say("seed secret") if environment.seed is None else say("seed {seed}", seed=environment.seed),
        _isolation(environment.isolation, screen.language),
    ]
    return (" · " if screen.unicode else " | ").join(parts)


def _isolation(isolation: Isolation, language: Language) -> str:
    return language.say(ISOLATION.get(isolation.level, "isolation {level}"), level=isolation.level)
