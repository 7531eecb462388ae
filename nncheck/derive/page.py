"""A derivation as a page: what every format shows in its own way."""

from collections.abc import Iterator
from typing import Any, TypeAlias

from rich.cells import cell_len

from nncheck.derive.pieces import Figure, Letter, Piece, ratio
from nncheck.derive.writers import TextWriter
from nncheck.records import Record

_TEXT = TextWriter()

Words: TypeAlias = tuple[str | Piece, ...]  # a sentence with mathematics in it


class Heading(Record, frozen=True, kw_only=True):
    """The heading of a section."""

    words: Words


class Text(Record, frozen=True, kw_only=True):
    """A paragraph."""

    words: Words


class Side(Record, frozen=True, kw_only=True):
    """What stands on the right of a sign, such as = or ≈, and the reason for it."""

    sign: str
    piece: Piece
    note: str = ""


class Equation(Record, frozen=True, kw_only=True):
    """left = right = right ..."""

    left: Piece
    sides: tuple[Side, ...]


class Display(Record, frozen=True, kw_only=True):
    """Equations below each other; `code` computes the same in a notebook."""

    equations: tuple[Equation, ...]
    code: tuple[str, ...] = ()
    stacked: bool = False  # every side on a line of its own


class Table(Record, frozen=True, kw_only=True):
    """Columns of values."""

    head: tuple[Piece, ...]
    rows: tuple[tuple[Piece, ...], ...]
    code: tuple[str, ...] = ()


class Program(Record, frozen=True, kw_only=True):
    """Code that stands in notebooks alone, with the sentence that announces it."""

    words: Words
    code: tuple[str, ...]


Block: TypeAlias = Heading | Text | Display | Table | Program


class Page(Record, frozen=True, kw_only=True):
    """A title and what stands below it; `language` is en or zh."""

    title: Words
    blocks: tuple[Block, ...]
    language: str = "en"


def value(figure: Figure) -> Side:
    """The right side that is a number: = where it is exact, ≈ where it is rounded."""
    return Side(sign="≈" if figure.rounded else "=", piece=figure)


def heading(text: str) -> Heading:
    """The heading of a section, without mathematics."""
    return Heading(words=(text,))


def equals(piece: Piece, note: str = "") -> Side:
    """The right side that is a formula."""
    return Side(sign="=", piece=piece, note=note)


def slope_of(top: Piece, bottom: Letter) -> Piece:
    """The partial derivative as a symbol."""
    return ratio(top, bottom)


def lines(equation: Equation, stacked: bool, longest: int) -> list[tuple[Side, ...]]:
    """Its right sides line by line: all on one if they fit into so many characters, else the formula first.

    With `stacked` every side has a line.
    """
    room = longest - measured(equation.left)
    if not stacked and sum(map(_length, equation.sides)) <= room:
        return [equation.sides]
    found: list[list[Side]] = [[equation.sides[0]]]
    for place, side in enumerate(equation.sides[1:]):
        fits = sum(map(_length, (*found[-1], side))) <= room
        if stacked or not place or not fits:
            found.append([])
        found[-1].append(side)
    return [tuple(line) for line in found]


def measured(piece: Piece) -> int:
    """How many columns it takes as text."""
    return cell_len(_TEXT.write(piece))


def _length(side: Side) -> int:
    return measured(side.piece) + len(side.sign) + 2


def figures(page: Page) -> Iterator[Figure]:
    """Every number of a page that was given or computed, in the order in which they are printed."""
    yield from _figures((page.title, page.blocks))


def _figures(part: Any) -> Iterator[Figure]:
    if isinstance(part, Figure):
        yield part
    elif isinstance(part, Record):
        for name in part.__struct_fields__:
            yield from _figures(getattr(part, name))
    elif isinstance(part, tuple):
        for each in part:
            yield from _figures(each)
