"""Backpropagation: the derivative of every value on the way back, each from those behind it."""

import sympy

from nncheck.derive.chain import Factor, Point, multiplied, summed
from nncheck.derive.page import Block, Display, Equation, Text, equals, heading, slope_of, value
from nncheck.derive.pieces import Letter, Piece, added, product
from nncheck.derive.section import Section
from nncheck.spec.expression import Expression


class Signals(Section):
    """The section on the error signals."""

    def blocks(self, again: bool) -> list[Block]:
        chain = self.chain
        nodes: dict[int, Expression] = {}
        equations, code = [], []
        for by in [*chain.backwards, chain.wrt]:
            factors = chain.into(by)
            nodes[by.node.order] = summed([
                each.node if each.of is chain.target else multiplied([nodes[each.of.node.order], each.node])
                for each in factors
            ])  # fmt: skip
            left = self._signal(by)
            equations.append(self._signalled(left, by, factors, nodes))
            code.append(f"{self._signal_code(by)} = {self._signal_sum_code(factors)}")
        if self.numbers:
            self.compare(nodes[chain.wrt.node.order])
        if not again:
            code.append(f"gradient = {self._signal_code(chain.wrt)}")
        definition = {"delta": Letter(base="δ"), "slope": slope_of(chain.target.letter, Letter(base="z"))}
        return [
            heading(self.say.text("deltas" if again else "backward")),
            *([Text(words=self.say.words("about deltas", **definition))] if self.layered else []),
            Display(equations=tuple(equations), code=tuple(code)),
        ]

    def _signal(self, point: Point) -> Piece:
        """delta for a weighted sum, else the derivative as a fraction."""
        if point.letter.base == "z" and point in self.chain.stations:
            return Letter(base="δ", sub=point.letter.sub, layer=point.letter.layer)
        return slope_of(self.chain.target.letter, point.letter)

    def _signal_code(self, point: Point) -> str:
        return f"signal_{point.code}"

    def _signal_sum_code(self, factors: list[Factor]) -> str:
        terms = []
        for each in factors:
            slope = f"({sympy.pycode(each.formula)})"
            terms.append(slope if each.of is self.chain.target else f"{self._signal_code(each.of)} * {slope}")
        return " + ".join(terms)

    def _signalled(
        self, left: Piece, by: Point, factors: list[Factor], nodes: dict[int, Expression]
    ) -> Equation:
        terms, numbers = [], []
        for each in factors:
            slope = self.letters.written(each.formula)
            direct = each.of is self.chain.target
            terms.append(slope if direct else product(self._signal(each.of), slope))
            if self.numbers:
                figure = self.figures.of(each.node)
                numbers.append(
                    figure if direct else product(self.figures.of(nodes[each.of.node.order]), figure)
                )
        sides = [equals(added(*terms))]
        if self.numbers:
            figure = self.figures.of(nodes[by.node.order])
            if added(*numbers) != figure:
                sides.append(equals(added(*numbers)))
            sides.append(value(figure))
        return Equation(left=left, sides=tuple(sides))
