"""An instructor's source with marked solutions -> the student's.

The markers are those of nbgrader (`### BEGIN SOLUTION`, `### BEGIN HIDDEN TESTS`) and otter
(`# SOLUTION` behind a statement, `# BEGIN SOLUTION`, and both with NO PROMPT).
"""

import ast
import re
from collections.abc import Iterator, Sequence

from nncheck.errors import UsageError
from nncheck.records import Record

_BLOCK = re.compile(r"\s*#+\s*(BEGIN|END)\s+([A-Z][A-Z ]*?)\s*")
_ANY = re.compile(r"#\W*(?:BEGIN|END)\s+(?:SOLUTION|HIDDEN|TESTS?|PROMPT|QUESTION|MARK)\b", re.IGNORECASE)
_BEHIND = re.compile(r"(?P<indent>\s*)(?P<statement>[^\s#].*?)\s*#+\s*SOLUTION(?P<silent>\s+NO PROMPT)?\s*")
_ALMOST = re.compile(r"#+\s*solution(?:\s+no\s+prompt)?\s*$", re.IGNORECASE)
_PROMPTED, _SILENT = {"SOLUTION"}, {"SOLUTION NO PROMPT", "HIDDEN TESTS"}
_KNOWN = "write # BEGIN SOLUTION and # END SOLUTION, ### BEGIN HIDDEN TESTS, or # SOLUTION behind a statement"


class Open(Record, frozen=True, kw_only=True):
    """A block that has begun."""

    name: str
    line: int
    indent: str


def without_solutions(source: str, place: str) -> str:
    """The source with a stub where a solution was; `place` names it in errors.

    Raises UsageError for markers that are unbalanced or not understood, with their lines.
    """
    return "\n".join(_once(_kept(source.split("\n"), place)))


def refuse_markers(text: str, place: str) -> None:
    """Nothing is taken out of text that is no code.

    Raises UsageError where it has a marker.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if _ANY.search(line):
            raise UsageError(
                f"{place}:{number}: markers are understood in code only; move this one, or drop it"
            )


def check_python(source: str, place: str) -> None:
    """What is left must be a program.

    Raises UsageError where it is not.
    """
    try:
        ast.parse(source)
    except SyntaxError as error:
        raise UsageError(
            f"{place}: without its solutions it is not Python ({error.msg} in line {error.lineno});"
            " put the markers around whole statements"
        ) from error


def _kept(lines: Sequence[str], place: str) -> Iterator[str]:
    begun: Open | None = None
    for number, line in enumerate(lines, start=1):
        if marker := _BLOCK.fullmatch(line):
            begun = _after(begun, marker, number, line, place)
            if begun and begun.name in _PROMPTED:
                yield begun.indent + _stub(lines, number - 1, begun.indent)
        elif _ANY.search(line) or (_ALMOST.search(line) and not _BEHIND.fullmatch(line)):
            raise UsageError(f"{place}:{number}: this marker is not understood; {_KNOWN}")
        elif begun is None:
            yield from _line(lines, number - 1)
    if begun:
        raise UsageError(f"{place}:{begun.line}: BEGIN {begun.name} has no END {_ending(begun.name)}")


def _after(begun: Open | None, marker: re.Match[str], number: int, line: str, place: str) -> Open | None:
    """The block that is open after a marker, if any."""
    word, name = marker.groups()
    if word == "BEGIN" and name in _PROMPTED | _SILENT:
        if begun:
            raise UsageError(
                f"{place}:{number}: BEGIN {name} inside the block begun in line {begun.line}; end that first"
            )
        return Open(name=name, line=number, indent=line[: len(line) - len(line.lstrip())])
    if word == "END" and name in map(_ending, _PROMPTED | _SILENT):
        if begun is None:
            raise UsageError(f"{place}:{number}: END {name} without a BEGIN {name}")
        if name != _ending(begun.name):
            raise UsageError(
                f"{place}:{number}: END {name} closes no block; line {begun.line} began {begun.name}"
            )
        return None
    raise UsageError(f"{place}:{number}: the marker {word} {name} is not understood; {_KNOWN}")


def _ending(name: str) -> str:
    return name.removesuffix(" NO PROMPT")


def _line(lines: Sequence[str], index: int) -> Iterator[str]:
    """A line, or what stands for the solution on it."""
    found = _BEHIND.fullmatch(lines[index])
    if found is None:
        yield lines[index]
    elif not found["silent"]:
        yield found["indent"] + (_assigned(found["statement"]) or _stub(lines, index, found["indent"]))


def _assigned(statement: str) -> str:
    """The beginning of an assignment, to be completed; "" for any other statement."""
    try:
        (found,) = ast.parse(statement).body
    except (SyntaxError, ValueError):  # the head of a compound statement, several statements
        return ""
    if not isinstance(found, ast.Assign):
        return ""
    # not x, y = ..., which would fail
    targets = [one for each in found.targets for one in getattr(each, "elts", [each])]
    return " = ".join([*map(ast.unparse, targets), "..."])


def _stub(lines: Sequence[str], index: int, indent: str) -> str:
    return "raise NotImplementedError" if _in_function(lines, index, indent) else "..."


def _in_function(lines: Sequence[str], index: int, indent: str) -> bool:
    """Whether a line of this indentation belongs to a function."""
    width = len(indent)
    for line in reversed(lines[:index]):
        own = len(line) - len(line.lstrip())
        if line.strip() and own < width:
            width = own
            if re.match(r"\s*(?:async\s+)?def\s", line):
                return True
    return False


def _once(lines: Iterator[str]) -> Iterator[str]:
    """The lines without a stub that only repeats the one before it."""
    last = ""
    for line in lines:
        if line != last or line.strip() not in ("...", "raise NotImplementedError"):
            yield line
        last = line
