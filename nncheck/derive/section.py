"""What every section of a derivation needs: letters, numbers, and equations of the one with the other."""

from typing import Any

import sympy

from nncheck.derive.asking import Question
from nncheck.derive.chain import Chain, Factor
from nncheck.derive.figures import Figures
from nncheck.derive.formula import Formulas
from nncheck.derive.page import Equation, Side, equals, slope_of, value
from nncheck.derive.phrases import Phrases
from nncheck.derive.pieces import Constant, Figure, Letter, Minus, Piece, ratio
from nncheck.errors import GraderError
from nncheck.records import Record
from nncheck.spec.expression import Expression


class Stand(Record, frozen=True, kw_only=True):
    """A letter for a part of a graph that has no name of its own there, such as a whole derivative."""

    symbol: Any  # SymPy
    piece: Piece
    node: Expression


class Section:
    """One target of a question: what is common to all sections on it."""

    def __init__(self, question: Question, chain: Chain, numbers: bool, say: Phrases):
        self.question, self.chain, self.numbers, self.say = question, chain, numbers, say
        self.figures = Figures(question.inputs)
        self.letters = chain.letters()

    @property
    def layered(self) -> bool:
        """Whether the graph is a network of layers."""
        return any(each.letter.base == "z" for each in self.chain.stations)

    @property
    def slope(self) -> Piece:
        """The derivative that is asked for, as a symbol."""
        return whole_slope(self.chain)

    def computed(
        self, left: Piece, formula: Any, node: Expression, sign: str = "=", stand: Stand | None = None
    ) -> Equation:
        """left = formula = the same with numbers = its value."""
        piece = self._written(formula, self.letters, stand, stand.piece if stand else None)
        if not self.numbers:
            return Equation(left=left, sides=(Side(sign=sign, piece=piece),))
        figure = self.figures.of(node)
        standing = self.figures.of(stand.node) if stand else None
        inserted = self._written(formula, self._with_numbers(formula), stand, standing)
        sides = (
            [Side(sign=sign, piece=piece)]
            if _unsigned(piece) != Constant(text=figure.text.lstrip("-"))
            else []
        )
        if inserted != piece and not isinstance(_unsigned(inserted), Figure | Constant):
            sides.append(equals(inserted))
        return Equation(left=left, sides=(*sides, value(figure)))

    def _written(self, formula: Any, writer: Formulas, stand: Stand | None, piece: Piece | None) -> Piece:
        knowing = writer if stand is None or piece is None else writer.knowing(stand.symbol, piece)
        return knowing.written(formula)

    def _with_numbers(self, formula: Any) -> Formulas:
        used = {str(symbol) for symbol in formula.free_symbols}
        points = (*self.chain.inputs, *self.chain.stations, self.chain.target)
        of = {each.node.order: self.figures.of(each.node) for each in points if each.code in used}
        return self.chain.numbers(of)

    def forward_code(self) -> tuple[str, ...]:
        """The forward pass as a program."""
        points = [*self.chain.stations, self.chain.target]
        return tuple(f"{each.code} = {sympy.pycode(self.chain.formula(each.node))}" for each in points)

    def compare(self, total: Expression) -> None:
        """The sum over the paths must be what the formula's own gradient gives.

        Raises GraderError where it is not.
        """
        own = self.question.derivative
        if own is None or self.figures.of(own).text == self.figures.of(total).text:
            return
        ours, theirs = self.figures.of(total).text, self.figures.of(own).text
        raise GraderError(
            f"the chain rule gives {ours} for {self.question.wrt.name}, the formula's own gradient {theirs}"
        )


def whole_slope(chain: Chain) -> Piece:
    """What is asked for: all that the target changes with the parameter."""
    return ratio(chain.target.letter, chain.wrt.letter, partial=not chain.direct_too)


def target_letter(question: Question, path: str) -> Letter:
    """E for a single number; p for probabilities, which sum to 1; else f, or the name in a dict."""
    if not path:
        return Letter(base="E")
    name, _, index = path.partition("[")
    counted = ",".join(str(int(each) + 1) for each in index.rstrip("]").split(",") if each)
    sub = counted.replace(",", "") if all(len(each) == 1 for each in counted.split(",")) else counted
    if name and name[-1].isdigit() and name[0].isalpha():
        return Letter(base=name[:-1], sub=sub, layer=name[-1])
    sums_to_one = any(each.name == "sums-to-one" for each in question.function.properties)
    return Letter(base="p" if sums_to_one else "f", sub=sub)


def symbol(factor: Factor) -> Piece:
    """A factor of the chain rule as a fraction of differentials."""
    return slope_of(factor.of.letter, factor.by.letter)


def _unsigned(piece: Piece) -> Piece:
    return piece.piece if isinstance(piece, Minus) else piece
