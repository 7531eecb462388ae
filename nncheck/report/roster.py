"""The list of students that a learning platform exports: whose row is whose, and what is filled in."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from nncheck.errors import UsageError, unknown_name
from nncheck.records import Record
from nncheck.report.scores import points
from nncheck.report.students import Student


class Sheet(Record, frozen=True, kw_only=True):
    """A file for a learning platform, and what its reader should be told."""

    text: str
    remarks: tuple[str, ...] = ()


class Roster:
    """Rows of students. `known_by` are the columns that tell a student from others, the surest one first."""

    def __init__(self, rows: Sequence[list[str]], known_by: Sequence[int], full_name: int):
        self._identifiers = [_index(rows, column, _identifiers) for column in known_by]
        self._names = _index(rows, full_name, _names)

    def row(self, student: Student) -> list[str] | None:
        """The student's row, or None where there is none or more than one."""
        who = {text.strip().casefold() for text in (student.id, student.name) if text}
        for index, forms in (
            *((each, who) for each in self._identifiers),
            (self._names, _names(student.name)),
        ):
            found = [row for form in sorted(forms) for row in index.get(form, ())]
            if found:
                return found[0] if all(row is found[0] for row in found) else None
        return None


def _index(
    rows: Sequence[list[str]], column: int, forms: Callable[[str], set[str]]
) -> dict[str, list[list[str]]]:
    index: dict[str, list[list[str]]] = {}
    for row in rows:
        for form in forms(row[column]):
            index.setdefault(form, []).append(row)
    return index


def column(heading: Sequence[str], name: str, where: str, *others: str) -> int:
    """The place of a column, whatever the case of its name; `others` are names that it has elsewhere."""
    known = [cell.strip().casefold() for cell in heading]
    for wanted in (name, *others):
        if wanted.casefold() in known:
            return known.index(wanted.casefold())
    raise UsageError(f"{where} has no column {name!r}; export it again, in English and with all columns")


def columns(heading: Sequence[str], *names: str) -> Iterator[int]:
    """The places of those of the columns that are there."""
    known = [cell.strip().casefold() for cell in heading]
    return (known.index(name.casefold()) for name in names if name.casefold() in known)


def assignment(heading: Sequence[str], title: str) -> int:
    """The place of the column `Title (id)`, by its title, its id, or both."""
    matching = [place for place, cell in enumerate(heading) if title in _titles(cell)]
    if len(matching) == 1:
        return matching[0]
    if matching:
        raise UsageError(f"{len(matching)} columns are called {title!r}; give the number in brackets instead")
    raise unknown_name("assignment", title, [cell for cell in heading if len(_titles(cell)) > 1])


def _titles(cell: str) -> set[str]:
    found = re.fullmatch(r"(.*?) ?\((\d+)\)", cell.strip())
    return {cell, found[1], found[2]} if found else {cell}


def number(cell: str) -> float | None:
    """The points in a cell, or None where there are none."""
    found = re.fullmatch(r"\s*(\d+)(?:[.,](\d*))?\s*", cell)
    return float(f"{found[1]}.{found[2] or 0}") or None if found else None


def scaled(ours: float, theirs: float | None) -> list[str]:
    """What to say where the platform counts other points than the exercises do."""
    if theirs is None or not ours or abs(theirs - ours) < 1e-9:
        return []
    return [f"scores are scaled from {points(ours)} points to the platform's {points(theirs)}"]


def not_found(student: Student, where: str) -> str:
    """What to say of a student without a row."""
    return f"{student.name} is not in {where}, or more than once; nothing is filled in for them"


def _identifiers(cell: str) -> set[str]:
    """A login or a number; of an address also its first part, of `Participant 12345` its number."""
    plain = cell.strip().casefold()
    ending = re.fullmatch(r"\D+ (\d+)", plain)
    return {form for form in (plain, plain.partition("@")[0], ending[1] if ending else "") if form}


def _names(text: str) -> set[str]:
    """A name without case, blanks and accents, also with its two halves exchanged at the comma."""
    halves = [_letters(half) for half in text.split(",", 1)]
    return {form for form in ("".join(halves), "".join(reversed(halves))) if form}


def _letters(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in decomposed if character.isalnum())
