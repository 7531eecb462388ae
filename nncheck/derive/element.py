"""Question -> page for a function of one number: its derivative rule by rule, and in its own terms."""

from typing import Any

import sympy

from nncheck.derive.asking import Question
from nncheck.derive.chain import Chain
from nncheck.derive.figures import Figures
from nncheck.derive.formula import Formulas
from nncheck.derive.naming import Input
from nncheck.derive.network import rounding_explained
from nncheck.derive.page import (
    Block,
    Display,
    Equation,
    Page,
    Table,
    Text,
    equals,
    heading,
)
from nncheck.derive.phrases import Phrases
from nncheck.derive.pieces import Applied, Differential, Figure, Letter, Over, Pending, Piece
from nncheck.derive.rules import shortest, steps
from nncheck.derive.terms import equal, in_own_terms
from nncheck.errors import UsageError
from nncheck.reference.symbolic import to_sympy
from nncheck.reference.trace import trace
from nncheck.spec.exercise import Exercise, Function

POINTS = (-2.0, -1.0, 0.0, 1.0, 2.0)
_SYMBOLS = {"sigmoid": "σ"}


def element_page(
    question: Question, exercise: Exercise, numbers: bool, points: tuple[float, ...] | None, language: str
) -> Page:
    """The derivation of an elementwise function; with numbers, a table of values at some points."""
    element = _Element(question, exercise, Phrases(language))
    blocks = [*element.formula(), *element.steps(), *element.own_terms(), *element.forms(), *element.kink()]
    if numbers:
        blocks += element.table(points)
    page = Page(title=element.title, blocks=tuple(blocks), language=language)
    return rounding_explained(page, Phrases(language))


class _Element:
    def __init__(self, question: Question, exercise: Exercise, say: Phrases):
        self._question, self._exercise, self._say = question, exercise, say
        (target,) = list(question.targets.values())[:1]
        self._name = question.function.name.removesuffix("_grad")
        self._chain = Chain(question, target, Letter(base="f"))
        self._x = question.inputs[0]
        self._formula = self._chain.formula(target)
        self._variable = self._chain.symbol(self._chain.wrt)
        self._several = len(question.inputs) > 1
        self._letters = self._chain.letters(self._several)
        self._shown: list[Piece] = []
        self._taken = steps(self._formula, self._variable)
        self._slope = shortest(self._taken[-1].formula if self._taken else self._formula)

    @property
    def title(self) -> Any:
        return self._say.words("title of a function", name=self._name)

    @property
    def _function(self) -> Piece:
        return Applied(name=_SYMBOLS.get(self._name, self._name), to=self._x.letter)

    @property
    def _derivative(self) -> Piece:
        if not self._several:
            return Applied(name=_SYMBOLS.get(self._name, self._name), to=self._x.letter, slope=True)
        return Over(top=Differential(of=self._function), bottom=Differential(of=self._chain.wrt.letter))

    @property
    def _arguments(self) -> str:
        return ", ".join(point.code for point in self._chain.inputs)

    def formula(self) -> list[Block]:
        """What is differentiated."""
        names = {"function": self._question.function.name, "exercise": self._question.exercise}
        equation = Equation(left=self._function, sides=(equals(self._letters.written(self._formula)),))
        given = [each for each in self._question.inputs if each is not self._x]
        code = (
            *(f"{each.name} = {each.value!r}" for each in given),
            f"def {self._name}({self._arguments}):",
            f"    return {sympy.pycode(self._formula)}",
        )
        return [
            Text(words=self._say.words("the function", **names)),
            heading(self._say.text("the formula")),
            Display(equations=(equation,), code=code),
        ]

    def steps(self) -> list[Block]:
        """One rule after the other."""
        start: Piece = Pending(
            variable=self._chain.wrt.letter, of=self._letters.written(self._formula), partial=self._several
        )
        sides = [equals(start)]
        for each in self._taken:
            note = "; ".join(self._say.text(f"rule: {name}") for name in each.rules)
            sides.append(equals(self._letters.written(each.formula), note))
        if self._letters.written(self._slope) != sides[-1].piece:
            sides.append(equals(self._letters.written(self._slope), self._say.text("rule: shorter")))
        equation = Equation(left=self._derivative, sides=tuple(sides))
        self._shown += [each.piece for each in sides]
        code = (f"def {self._name}_slope({self._arguments}):", f"    return {sympy.pycode(self._slope)}")
        return [heading(self._say.text("steps")), Display(equations=(equation,), code=code, stacked=True)]

    def own_terms(self) -> list[Block]:
        """The slope as a polynomial in the function, such as f (1 - f)."""
        if self._several or self._formula.has(sympy.Piecewise) or self._slope.is_number:
            return []
        value = sympy.Symbol("value")
        own = in_own_terms(self._slope, {value: self._formula})
        if own is None:
            return []
        piece = Formulas({value: self._function}).written(own)
        self._shown.append(piece)
        equation = Equation(left=self._derivative, sides=(equals(piece),))
        return [
            heading(self._say.text("own terms")),
            Display(equations=(equation,)),
            Text(words=self._say.words("about own terms")),
        ]

    def forms(self) -> list[Block]:
        """Other honest ways to write the derivative, from the exercise, each proved equal."""
        function = self._exercise.functions.get(f"{self._name}_grad")
        if function is None or len(function.domain) > 1:
            return []
        sides = []
        for formula in self._written(function):
            piece = self._letters.written(formula)
            if piece not in self._shown and equal(formula, self._slope):
                sides.append(equals(piece))
                self._shown.append(piece)
        if not sides:
            return []
        return [
            heading(self._say.text("other forms")),
            Display(equations=(Equation(left=self._derivative, sides=tuple(sides)),), stacked=True),
            Text(words=self._say.words("about forms")),
        ]

    def _written(self, function: Function) -> list[Any]:
        found = []
        for form in function.forms:
            traced = trace(form, (0.0,))
            found += to_sympy(traced.outputs, {traced.inputs[0].order: self._variable})
        return found

    def kink(self) -> list[Block]:
        """What is right where branches meet."""
        branches = self._formula.atoms(sympy.Piecewise)
        if not branches or self._question.wrt is not self._x:
            return []
        condition = next(iter(branches)).args[0][1]
        return [
            Text(
                words=self._say.words("kink", condition=self._letters.written(condition.lhs - condition.rhs))
            )
        ]

    def table(self, points: tuple[float, ...] | None) -> list[Block]:
        """x, the function and its derivative, at points that were given or at a few around 0."""
        rows = []
        for x in points or POINTS:
            try:
                rows.append(self._row(x))
            except UsageError:
                if points:
                    raise
        head = (self._x.letter, self._function, self._derivative)
        return [
            heading(self._say.text("numbers")),
            Table(head=head, rows=tuple(rows), code=self._table_code(rows)),
        ]

    def _row(self, x: float) -> tuple[Figure, ...]:
        inputs = [self._at(each, x) for each in self._question.inputs]
        figures = Figures(inputs)
        chain = self._chain
        slope = chain.direct_slope
        figures.learn([self._x.node, chain.target.node, slope])
        return (figures.of(self._x.node), figures.of(chain.target.node), figures.of(slope))

    def _at(self, each: Input, x: float) -> Input:
        value = x if each is self._x else each.value
        return Input(node=each.node, value=value, letter=each.letter, leaf=each.leaf, index=each.index)

    def _table_code(self, rows: list[tuple[Figure, ...]]) -> tuple[str, ...]:
        points = ", ".join(row[0].text for row in rows)
        others = "".join(f", {each.name}" for each in self._question.inputs[1:])
        place = [point.code for point in self._chain.inputs].index(self._chain.wrt.code)
        moved = ["x" if each is self._x else each.name for each in self._question.inputs]
        up, down = moved.copy(), moved.copy()
        up[place], down[place] = f"{moved[place]} + h", f"{moved[place]} - h"
        name = self._name
        return (
            "h = 1e-6",
            f"for x in [{points}]:",
            f"    slope = {name}_slope(x{others})",
            f"    measured = ({name}({', '.join(up)}) - {name}({', '.join(down)})) / (2 * h)",
            f"    print(x, {name}(x{others}), slope)",
            "    assert abs(slope - measured) <= 1e-6 * max(1, abs(slope))",
        )
