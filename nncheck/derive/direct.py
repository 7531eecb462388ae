"""A graph without anything between input and target: the rules of differentiation, one by one."""

from typing import Any

import sympy

from nncheck.derive.formula import Formulas
from nncheck.derive.page import Block, Display, Equation, equals
from nncheck.derive.pieces import Piece
from nncheck.derive.rules import shortest, steps
from nncheck.derive.section import Section, target_letter
from nncheck.derive.terms import in_own_terms


class Direct(Section):
    """The section that differentiates a formula by rules."""

    def blocks(self) -> list[Block]:
        """No layers: the rules of differentiation, one by one."""
        chain = self.chain
        formula, variable = chain.formula(chain.target.node), chain.symbol(chain.wrt)
        taken = steps(formula, variable)
        sides = [equals(self.letters.written(each.formula), self._rules(each.rules)) for each in taken]
        slope = taken[-1].formula
        short = shortest(slope)
        if self.letters.written(short) != sides[-1].piece:
            sides.append(equals(self.letters.written(short), self.say.text("rule: shorter")))
        own = self._in_targets(slope)
        if own is not None:
            sides.append(equals(own, self.say.text("rule: own terms")))
        equation = Equation(left=self.slope, sides=tuple(sides))
        code = (f"gradient = {sympy.pycode(short)}",)
        blocks: list[Block] = [Display(equations=(equation,), code=code, stacked=True)]
        if self.numbers:
            known = self.question.derivative
            node = chain.direct_slope if known is None else known
            blocks.append(Display(equations=(self.computed(self.slope, short, node),)))
        return blocks

    def _in_targets(self, slope: Any) -> Piece | None:
        """The slope in terms of the function's own values, as p_1 (1 - p_1) for a softmax."""
        targets = list(self.question.targets.items())
        if len(targets) < 2:
            return None
        pair = dict(targets[:1]) | {path: node for path, node in targets if node is self.chain.target.node}
        letters = {
            sympy.Symbol(f"target{place}"): target_letter(self.question, path)
            for place, path in enumerate(pair)
        }
        values = dict(zip(letters, map(self.chain.formula, pair.values()), strict=True))
        own = in_own_terms(slope, values)
        return None if own is None else Formulas(letters).written(own)

    def _rules(self, names: tuple[str, ...]) -> str:
        return "; ".join(self.say.text(f"rule: {name}") for name in names)
