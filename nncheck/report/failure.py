"""One function's checks that did not pass -> what broke, where, and what to think about."""

import re
from collections.abc import Iterable, Iterator
from math import isfinite

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from nncheck.language.language import ENGLISH, Language
from nncheck.records import CheckResult, Counterexample, FunctionResult, Location, Named, Status
from nncheck.report.comparison import Comparison, compare
from nncheck.report.plain import plain
from nncheck.report.snippet import assignment
from nncheck.report.styles import BAD, DIM, GOOD, HINT, STRONG

ABOUT_NUMBERS = frozenset({"reference", "torch", "worked", "distribution"})
CALL_KINDS = frozenset({"reference", "torch", "contract", "stability", "worked"})  # about one plain call
SMALLEST_ROUNDING = 1e-290  # below: the exact answer is 0, and only subnormals are excused
VISIBLE, OBVIOUS = 0.01, 1e6  # an error, and times the tolerance: that it is no rounding needs no words
_RAISED = re.compile(r"^it raised \w+")
ABSENT = ("it is not written yet", "it is not defined")  # said of a function that is not there
_OTHER_SHAPE = re.compile(r"answer\S* has (shape \(|\d+ parts)")
LABELS = ("got", "expected")  # of the two lines that are compared


def failure_lines(result: FunctionResult, width: int, language: Language = ENGLISH) -> Iterator[Text]:
    """The lines on a function that lost points, to be indented and wrapped by the caller.

    It is translated here, when all that hangs on its English words has been decided.
    """
    failed, shown = failures(result), first_failure(result)
    if shown is not None and (shown.message or "").startswith(ABSENT):  # no promise to speak of
        yield Text(plain(language.sentence(shown.message or "")), style=HINT)
        yield from _place_lines(shown, language)
        return
    if shown is not None:
        yield from check_lines(result.function, shown, width, language)
    rest = [check for check in failed if check is not shown]
    alike = [check for check in rest if shown is not None and same_reason(check, shown)]
    if rest:
        yield Text()
        yield Text(language.say("also failed"), style=DIM)
    if alike:
        names = ", ".join(check_name(check, language) for check in alike)
        yield Text("  " + language.say("for the same reason: {names}", names=names))
    named = {} if shown is None else {found.id: found for found in shown.misconceptions}
    yield from (_in_short(check, named, width, language) for check in rest if check not in alike)
    yield from _unjudged(result, language)


def failures(result: FunctionResult) -> list[CheckResult]:
    """The checks that failed."""
    return [check for check in result.checks if check.status is Status.FAILED]


def same_reason(one: CheckResult, other: CheckResult) -> bool:
    """Whether two checks failed alike: the same words, named mistake, or exception in the same place."""
    named, known = ({found.id for found in check.misconceptions} for check in (one, other))
    raised, before = (_RAISED.findall(check.message or "") for check in (one, other))
    same_words = one.message == other.message and not one.hidden  # hidden ones all say the same
    if same_words or (named and named <= known) or _uncalled(one):
        return True
    if (_no_number(one) and _no_number(other)) or (_misshapen(one) and _misshapen(other)):
        return True
    return bool(raised and before) and (raised, one.location) == (before, other.location)


def _no_number(check: CheckResult) -> bool:
    """Whether NaN or infinity came, so that the check says no more than another one that met them."""
    found = check.counterexample
    return found is not None and found.error is not None and not isfinite(found.error)


def _misshapen(check: CheckResult) -> bool:
    return _OTHER_SHAPE.match(check.message or "") is not None


def _uncalled(check: CheckResult) -> bool:
    return (check.message or "").startswith("it was not called")


def first_failure(result: FunctionResult) -> CheckResult | None:
    """The failed check that tells most: a wrong number before a wrong type, a named mistake before others."""
    return min(failures(result), key=_tells_less, default=None)


def _tells_less(check: CheckResult) -> int:
    """A rank: what is named in the numbers, then wrong numbers, then what is named in shapes and types."""
    if check.misconceptions and check.kind in ABOUT_NUMBERS:
        return 0
    if check.check == "values":
        return 1
    if check.misconceptions:
        return 3 if check.check in ("shapes", "dtype") else 2
    return 4


def check_name(check: CheckResult, language: Language = ENGLISH) -> str:
    """The check's name, with the device where it is not the usual one."""
    if check.device == "cpu":
        return check.check
    return language.say("{check} on {device}", check=check.check, device=check.device)


def check_lines(
    function: str, check: CheckResult, width: int, language: Language = ENGLISH
) -> Iterator[Text]:
    """The lines on one check that failed: promise, message, inputs, named mistakes, place."""
    yield Text.assemble((check_name(check, language), STRONG), ": ", plain(language.sentence(check.promise)))
    if check.message and check.message != check.promise:
        yield Text(plain(language.sentence(check.message)), style=BAD)
    if check.counterexample is not None:
        yield Text()
        yield from _example(function, check, check.counterexample, width - 2, language)
    for named in check.misconceptions:
        yield Text()
        yield Text.assemble((f"{named.id}  {plain(language.sentence(named.title))}", HINT))
        yield Text(plain(language.sentence(named.hint)))
    yield from _place_lines(check, language)


def _place_lines(check: CheckResult, language: Language) -> Iterator[Text]:
    if check.location is not None:
        yield Text()
        yield Text(language.say("see {place}", place=place(check.location, language)), style=STRONG)


def place(location: Location, language: Language = ENGLISH) -> str:
    """Where to look, as an editor's status line has it."""
    cell = plain(language.sentence(location.cell), 100)
    return language.say("{cell}, line {line}", cell=cell, line=location.line)


def _example(
    function: str, check: CheckResult, found: Counterexample, width: int, language: Language
) -> Iterator[Text]:
    for name, value in found.inputs.items():
        yield from (Text("  " + line, no_wrap=True) for line in assignment(name, value, width))
    call = found.call or f"{function}({', '.join(found.inputs)})"
    call = call if check.kind in CALL_KINDS else ""
    if found.got is None and found.expected is None:  # thousands of random numbers: the sentence tells
        return
    labels = tuple(map(language.say, LABELS))
    comparison = compare(
        found.got, found.expected, found.allowed, width - _label_width(labels), language, found.part
    )
    if call and comparison.where:
        call = language.say("{call} at {where}", call=call, where=comparison.where)
    if call or comparison.where:
        yield Text(f"  {call or comparison.where}", no_wrap=True)
    yield from _two_lines(labels, comparison)
    if size := size_of_error(found.error, found.allowed, language):
        yield Text("  " + size)


def _label_width(labels: Iterable[str]) -> int:
    return max(map(cell_len, labels)) + 2


def _two_lines(labels: tuple[str, ...], comparison: Comparison) -> Iterator[Text]:
    width, aligned = _label_width(labels), comparison.caret is not None
    for label, value, style in zip(labels, (comparison.got, comparison.expected), (BAD, GOOD), strict=True):
        yield Text("  " + set_cell_size(label, width), no_wrap=aligned).append(value, style)
    if comparison.caret is not None:
        yield Text("  " + " " * (width + comparison.caret) + "^", style=BAD, no_wrap=True)


def _obvious(error: float, allowed: float) -> bool:
    return allowed > SMALLEST_ROUNDING and isfinite(error) and error > max(VISIBLE, OBVIOUS * allowed)


def size_of_error(error: float | None, allowed: float | None, language: Language = ENGLISH) -> str:
    """How wrong, compared with what rounding excuses; "" where nobody would take it for rounding."""
    if error is None or allowed is None or _obvious(error, allowed):
        return ""
    found = {"error": _short(error), "allowed": _short(allowed)}
    if not isfinite(error):
        return language.say("the error is not finite; the tolerance is {allowed}", **found)
    if allowed < SMALLEST_ROUNDING:
        return language.say("the error is {error}, where no error is allowed", **found)
    words = "the error {error} is {times} times the tolerance {allowed}"
    return language.say(words, times=_short(error / allowed), **found)


def _short(value: float) -> str:
    return f"{value:.2g}".replace("e+0", "e").replace("e+", "e").replace("e-0", "e-")


def _in_short(check: CheckResult, shown: dict[str, Named], width: int, language: Language) -> Text:
    others = [found for found in check.misconceptions if found.id not in shown]
    named = "".join(f" [{found.id} {plain(language.sentence(found.title))}]" for found in others)
    said = plain(language.sentence(check.message or check.promise))
    return on_one_line(Text(f"  {check_name(check, language)}: {said}{named}", no_wrap=True), width)


def on_one_line(line: Text, width: int) -> Text:
    """The line, cut off where it is too long."""
    if line.cell_len > width:
        line.truncate(width - 3)
        line.append("...")
    return line


def _unjudged(result: FunctionResult, language: Language) -> Iterator[Text]:
    for check in result.checks:
        if check.status is Status.ERROR:
            words = "nncheck itself failed here, which costs no points: {reason}"
            reason = language.say(words, reason=plain(language.sentence(check.message or "")))
            yield Text(f"{check_name(check, language)}: {reason}", style=BAD)
    waiting = [check for check in result.checks if check.status is Status.SKIPPED and check.max_score > 0]
    if waiting:
        reasons: dict[str, list[str]] = {}
        for check in waiting:
            reason = plain(language.sentence(check.message or check.promise))
            reasons.setdefault(reason, []).append(check_name(check, language))
        listed = "; ".join(f"{', '.join(names)} ({reason})" for reason, names in reasons.items())
        yield Text(language.say("skipped: {listed}", listed=listed), style=DIM)
