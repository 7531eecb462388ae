"""Two results of one submission -> what has changed from the first to the second."""

from collections.abc import Iterator

from rich.text import Text

from nncheck.records import FunctionResult, SubmissionResult
from nncheck.report.scores import points
from nncheck.report.screen import Screen
from nncheck.report.styles import BAD, DIM, GOOD, STRONG

ROUNDING = 1e-9  # of points: sums of shares may be off in their last digits

Functions = dict[str, FunctionResult]


def change_lines(before: SubmissionResult, after: SubmissionResult, screen: Screen) -> Iterator[Text]:
    """The points then and now, and the functions that gained or lost some."""
    was, now = _functions(before), _functions(after)
    right = [name for name in now if _is_right(now[name]) and not _was_right(name, was)]
    wrong = [name for name in now if not _is_right(now[name]) and _was_right(name, was)]
    say = screen.language.say
    yield _points(before, after, screen)
    yield from _listed(say("now right: {names}", names=", ".join(right)), right, GOOD)
    yield from _listed(say("no longer right: {names}", names=", ".join(wrong)), wrong, BAD)
    for name in now:
        if name in was and name not in (*right, *wrong) and _differ(was[name].score, now[name].score):
            yield _moved(name, was[name], now[name], screen)
    new = [name for name in now if name not in (*was, *right)]
    gone = [name for name in was if name not in now]
    yield from _listed(say("new: {names}", names=", ".join(new)), new, DIM)
    yield from _listed(say("gone: {names}", names=", ".join(gone)), gone, BAD)


def _points(before: SubmissionResult, after: SubmissionResult, screen: Screen) -> Text:
    if _of(before) == _of(after):
        line = screen.language.say("since the last round: the same points, {points}", points=_of(after))
    else:
        steps = {"before": _of(before), "arrow": _arrow(screen), "after": _of(after)}
        line = screen.language.say("since the last round: {before} {arrow} {after}", **steps)
    return Text(line, style=STRONG)


def _moved(name: str, was: FunctionResult, now: FunctionResult, screen: Screen) -> Text:
    """A function that is not right, and was not, but has more or fewer points."""
    fields = {"name": name, "before": _of(was), "arrow": _arrow(screen), "after": _of(now)}
    if now.score > was.score:
        return Text("  " + screen.language.say("better: {name}  {before} {arrow} {after}", **fields), GOOD)
    return Text("  " + screen.language.say("worse: {name}  {before} {arrow} {after}", **fields), BAD)


def _arrow(screen: Screen) -> str:
    return "→" if screen.unicode else "->"


def _functions(result: SubmissionResult) -> Functions:
    """By name; a name that several exercises share is followed by the exercise."""
    pairs = [(exercise.exercise, each) for exercise in result.exercises for each in exercise.functions]
    names = [each.function for _, each in pairs]
    return {
        each.function if names.count(each.function) == 1 else f"{each.function} ({exercise})": each
        for exercise, each in pairs
    }


def _listed(line: str, names: list[str], style: str) -> Iterator[Text]:
    if names:
        yield Text("  " + line, style=style)


def _was_right(name: str, was: Functions) -> bool:
    return name in was and _is_right(was[name])


def _is_right(function: FunctionResult) -> bool:
    return function.score >= function.max_score - ROUNDING


def _differ(one: float, other: float) -> bool:
    return abs(one - other) > ROUNDING


def _of(result: FunctionResult | SubmissionResult) -> str:
    return f"{points(result.score)} / {points(result.max_score)}"
