"""A function that lost points -> what its part of the page shows: the promise, something to try, a hint."""

from collections.abc import Iterator
from pathlib import PurePath

from nncheck.language.language import ENGLISH, Language
from nncheck.pages.inert import lines
from nncheck.pages.student_network import Network, network
from nncheck.records import CheckResult, Counterexample, FunctionResult, Record
from nncheck.report.comparison import Comparison, compare
from nncheck.report.failure import CALL_KINDS, failures, first_failure, same_reason, size_of_error
from nncheck.report.snippet import assignment

WIDTH = 76  # columns of code, and of the two lines below it
_ENDS = ",] )"  # of a number
_LIBRARIES = (("numpy as np", "np."), ("torch", "torch."))  # and what stands for them in code


class Marked(Record, frozen=True, kw_only=True):
    """A line and the part of it that is not as it should be."""

    before: str
    different: str
    after: str


class Failure(Record, frozen=True, kw_only=True):
    """The failed check that tells most, and the others."""

    check: CheckResult
    others: tuple[CheckResult, ...]
    alike: tuple[CheckResult, ...]  # others that failed for the same reason
    program: str  # to be pasted into a console
    where: str  # which part of the answer the two lines show
    got: Marked | None
    expected: Marked | None
    size: str
    network: Network | None
    network_of: str  # the check whose numbers it shows


def failure(result: FunctionResult, submission: str, language: Language = ENGLISH) -> Failure | None:
    """What failed; None where nothing did. `language` is that of fixed words, not of what the checks say."""
    check = first_failure(result)
    if check is None:
        return None
    others = [each for each in failures(result) if each is not check]
    alike = [each for each in others if same_reason(each, check)]
    found, (network_of, drawn) = check.counterexample, _network(result, check)
    beside = _beside(found, language) if found else None
    return Failure(
        check=check,
        others=tuple(each for each in others if each not in alike),
        alike=tuple(alike),
        program="\n".join(_program(result.function, check, found, submission)) if found else "",
        where=beside.where if beside else "",
        got=_marked(beside.got, beside.caret) if beside else None,
        expected=_marked(beside.expected, beside.caret) if beside else None,
        size=size_of_error(found.error, found.allowed, language) if found else "",
        network=drawn,
        network_of=network_of,
    )


def _beside(found: Counterexample, language: Language) -> Comparison | None:
    if found.got is None and found.expected is None:  # thousands of random numbers: the message tells
        return None
    return compare(found.got, found.expected, found.allowed, WIDTH, language, found.part)


def _marked(line: str, caret: int | None) -> Marked:
    """The line with the rest of the number from the first different digit on."""
    if caret is None:
        return Marked(before=line, different="", after="")
    end = next((i for i in range(caret, len(line)) if line[i] in _ENDS), len(line))
    return Marked(before=line[:caret], different=line[caret:end], after=line[end:])


def _program(function: str, check: CheckResult, found: Counterexample, submission: str) -> Iterator[str]:
    """Imports, inputs and the call."""
    values = [row for name, value in found.inputs.items() for row in assignment(name, value, WIDTH)]
    code = lines("\n".join(values))
    yield from (f"import {name}" for name, mark in _LIBRARIES if any(mark in row for row in code))
    call = found.call or f"{function}({', '.join(found.inputs)})"
    if check.kind in CALL_KINDS:
        yield from _import(function, submission)
    yield from code
    if check.kind in CALL_KINDS:
        yield from lines(call)


def _import(function: str, submission: str) -> Iterator[str]:
    """How the function comes into the console, where the file's name is a module's."""
    path = PurePath(submission)
    if path.suffix == ".py" and path.stem.isidentifier() and path.stem.isascii():
        yield f"from {path.stem} import {function}"


def _network(result: FunctionResult, shown: CheckResult) -> tuple[str, Network | None]:
    """That of the notes' own numbers, if they fail as well: zeros and ones of the smallest case tell less."""
    worked = [each for each in failures(result) if each.kind == "worked"]
    for check in (*worked, shown):
        if check.counterexample and (found := network(check.counterexample)):
            return check.check, found
    return "", None
