"""What a line of mathematics is made of, whichever way it is written: text, LaTeX, MathML or Python."""

from typing import Any, TypeAlias

from nncheck.records import Record


class Letter(Record, frozen=True, kw_only=True):
    """A symbol such as z with subscript 1 and layer (2); several letters are a name."""

    base: str
    sub: str = ""
    layer: str = ""


class Figure(Record, frozen=True, kw_only=True):
    """A number that was computed or given, as it is printed; `exact` is what it was rounded from."""

    text: str
    exact: Any
    rounded: bool = False

    @property
    def negative(self) -> bool:
        return self.text.startswith("-")


class Constant(Record, frozen=True, kw_only=True):
    """A number of the formula itself, such as the 1 of 1 + e^-x."""

    text: str


class Minus(Record, frozen=True, kw_only=True):
    """A piece with a minus before it."""

    piece: "Piece"


class Sum(Record, frozen=True, kw_only=True):
    """Terms added up; those that are a Minus are subtracted."""

    terms: tuple["Piece", ...]


class Product(Record, frozen=True, kw_only=True):
    """Factors, with dots between them where a number or a fraction asks for dots."""

    factors: tuple["Piece", ...]


class Over(Record, frozen=True, kw_only=True):
    """A fraction."""

    top: "Piece"
    bottom: "Piece"


class Differential(Record, frozen=True, kw_only=True):
    """The d of a derivative before what it belongs to: dx, or with `partial` the curly one."""

    of: "Piece"
    partial: bool = True


class Power(Record, frozen=True, kw_only=True):
    """A base with an exponent."""

    base: "Piece"
    exponent: "Piece"


class Root(Record, frozen=True, kw_only=True):
    """A square root."""

    of: "Piece"


class Applied(Record, frozen=True, kw_only=True):
    """A function of something: sigma(z), ln(p); with `slope` its derivative there."""

    name: str
    to: "Piece"
    slope: bool = False


class Pending(Record, frozen=True, kw_only=True):
    """A derivative that a step has still to take: d/dx [ ... ]."""

    variable: Letter
    of: "Piece"
    partial: bool = False


class Cases(Record, frozen=True, kw_only=True):
    """One value where a condition is positive, another where it is negative."""

    condition: "Piece"
    then: "Piece"
    otherwise: "Piece"


class Grid(Record, frozen=True, kw_only=True):
    """A vector (a single row) or a matrix."""

    rows: tuple[tuple["Piece", ...], ...]


Piece: TypeAlias = (
    Letter
    | Figure
    | Constant
    | Minus
    | Sum
    | Product
    | Over
    | Differential
    | Power
    | Root
    | Applied
    | Pending
    | Cases
    | Grid
)


def product(*factors: Piece) -> Piece:
    """The product of some pieces, those that are products taken apart; of one, the piece itself."""
    flat = tuple(
        part for each in factors for part in (each.factors if isinstance(each, Product) else (each,))
    )
    return flat[0] if len(flat) == 1 else Product(factors=flat)


def added(*terms: Piece) -> Piece:
    """The sum of some pieces; of one, the piece itself."""
    return terms[0] if len(terms) == 1 else Sum(terms=terms)


def ratio(top: Piece, bottom: Piece, partial: bool = True) -> Piece:
    """The derivative of one in the other, as a fraction of differentials."""
    return Over(top=Differential(of=top, partial=partial), bottom=Differential(of=bottom, partial=partial))
