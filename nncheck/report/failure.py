"""One function's checks that did not pass -> what broke, where, and what to think about."""

from collections.abc import Iterator
from math import isfinite

from rich.text import Text

from nncheck.records import CheckResult, Counterexample, FunctionResult, Location, Named, Status
from nncheck.report.comparison import Comparison, compare
from nncheck.report.plain import plain
from nncheck.report.snippet import assignment
from nncheck.report.styles import BAD, DIM, GOOD, HINT, STRONG

CALL_KINDS = frozenset({"reference", "torch", "contract", "stability", "worked"})  # about one plain call
SMALLEST_ROUNDING = 1e-290  # below: the exact answer is 0, and only subnormals are excused
GOT, EXPECTED = "got       ", "expected  "


def failure_lines(result: FunctionResult, width: int) -> Iterator[Text]:
    """The lines on a function that lost points, to be indented and wrapped by the caller."""
    failed, shown = failures(result), first_failure(result)
    if shown is not None:
        yield from check_lines(result.function, shown, width)
    rest = [check for check in failed if check is not shown]
    alike = [check for check in rest if shown is not None and check.message == shown.message]
    if rest:
        yield Text()
        yield Text("also failed", style=DIM)
    if alike:
        yield Text(f"  for the same reason: {', '.join(map(check_name, alike))}")
    named = {} if shown is None else {found.id: found for found in shown.misconceptions}
    yield from (_in_short(check, named, width) for check in rest if check not in alike)
    yield from _unjudged(result)


def failures(result: FunctionResult) -> list[CheckResult]:
    """The checks that failed."""
    return [check for check in result.checks if check.status is Status.FAILED]


def first_failure(result: FunctionResult) -> CheckResult | None:
    """The failed check that tells most: one whose mistake has a name, or else the first."""
    failed = failures(result)
    return next((check for check in failed if check.misconceptions), failed[0] if failed else None)


def check_name(check: CheckResult) -> str:
    """The check's name, with the device where it is not the usual one."""
    return check.check if check.device == "cpu" else f"{check.check} on {check.device}"


def check_lines(function: str, check: CheckResult, width: int) -> Iterator[Text]:
    """The lines on one check that failed: promise, message, inputs, named mistakes, place."""
    yield Text.assemble((check_name(check), STRONG), ": ", plain(check.promise))
    if check.message and check.message != check.promise:
        yield Text(plain(check.message), style=BAD)
    if check.counterexample is not None:
        yield Text()
        yield from _example(function, check, check.counterexample, width - 2)
    for named in check.misconceptions:
        yield Text()
        yield Text.assemble((f"{named.id}  {plain(named.title)}", HINT))
        yield Text(plain(named.hint))
    if check.location is not None:
        yield Text()
        yield Text(f"see {place(check.location)}", style=STRONG)


def place(location: Location) -> str:
    """Where to look, as an editor's status line has it."""
    return f"{plain(location.cell, 100)}, line {location.line}"


def _example(function: str, check: CheckResult, found: Counterexample, width: int) -> Iterator[Text]:
    for name, value in found.inputs.items():
        yield from (Text("  " + line, no_wrap=True) for line in assignment(name, value, width))
    call = found.call or f"{function}({', '.join(found.inputs)})"
    call = call if check.kind in CALL_KINDS else ""
    if found.got is None and found.expected is None:  # thousands of random numbers: the sentence tells
        return
    comparison = compare(found.got, found.expected, found.allowed, width - len(GOT))
    if call or comparison.where:
        yield Text(f"  {call}{' at ' * bool(call and comparison.where)}{comparison.where}", no_wrap=True)
    yield from _two_lines(comparison)
    if found.error is not None and found.allowed is not None:
        yield Text("  " + size_of_error(found.error, found.allowed))


def _two_lines(comparison: Comparison) -> Iterator[Text]:
    aligned = comparison.caret is not None
    yield Text("  " + GOT, no_wrap=aligned).append(comparison.got, BAD)
    yield Text("  " + EXPECTED, no_wrap=aligned).append(comparison.expected, GOOD)
    if comparison.caret is not None:
        yield Text("  " + " " * (len(GOT) + comparison.caret) + "^", style=BAD, no_wrap=True)


def size_of_error(error: float, allowed: float) -> str:
    """How wrong, compared with what rounding excuses."""
    if not isfinite(error):
        return f"the error is not finite; the tolerance is {_short(allowed)}"
    if allowed < SMALLEST_ROUNDING:
        return f"the error is {_short(error)}, where no error is allowed"
    return f"the error {_short(error)} is {_short(error / allowed)} times the tolerance {_short(allowed)}"


def _short(value: float) -> str:
    return f"{value:.2g}".replace("e+0", "e").replace("e+", "e").replace("e-0", "e-")


def _in_short(check: CheckResult, shown: dict[str, Named], width: int) -> Text:
    others = [found for found in check.misconceptions if found.id not in shown]
    named = "".join(f" [{found.id} {plain(found.title)}]" for found in others)
    line = Text(f"  {check_name(check)}: {plain(check.message or check.promise)}{named}", no_wrap=True)
    return on_one_line(line, width)


def on_one_line(line: Text, width: int) -> Text:
    """The line, cut off where it is too long."""
    if line.cell_len > width:
        line.truncate(width - 3)
        line.append("...")
    return line


def _unjudged(result: FunctionResult) -> Iterator[Text]:
    for check in result.checks:
        if check.status is Status.ERROR:
            reason = f"nncheck itself failed here, which costs no points: {plain(check.message or '')}"
            yield Text(f"{check_name(check)}: {reason}", style=BAD)
    waiting = [check for check in result.checks if check.status is Status.SKIPPED and check.max_score > 0]
    if waiting:
        reasons: dict[str, list[str]] = {}
        for check in waiting:
            reasons.setdefault(plain(check.message or check.promise), []).append(check_name(check))
        listed = "; ".join(f"{', '.join(names)} ({reason})" for reason, names in reasons.items())
        yield Text(f"skipped: {listed}", style=DIM)
