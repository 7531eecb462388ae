"""Stations of a graph -> the factors of the chain rule between them, and the paths that multiply them."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import Any

import sympy

from nncheck.derive.asking import Question
from nncheck.derive.formula import Formulas
from nncheck.derive.layers import Station, shared, stations
from nncheck.derive.pieces import Figure, Letter, Piece
from nncheck.derive.rules import shortest
from nncheck.derive.terms import in_own_terms, without_shift
from nncheck.errors import UsageError
from nncheck.records import Record
from nncheck.reference.symbolic import to_sympy
from nncheck.spec.derivative import partials
from nncheck.spec.expression import Expression, constant, new_input, reachable, rebuilt, substitute

_LONGEST = 600  # parts of a formula
_NAMES = {"η": "lr", "α": "alpha", "β": "beta", "γ": "gamma", "ε": "eps", "λ": "lam", "μ": "mu", "δ": "delta"}


class Point(Record, frozen=True, kw_only=True):
    """A value with a name: a station, an input, or what is differentiated."""

    node: Expression
    letter: Letter
    sums: tuple[Expression, ...] = ()

    @property
    def code(self) -> str:
        """Its name in a program: w1_12 for w with subscript 12 in layer 1."""
        return code_name(self.letter)


class Factor(Record, frozen=True, kw_only=True):
    """The derivative of one value in another one that enters it directly."""

    of: Point
    by: Point
    formula: Any  # SymPy
    node: Expression  # the same as a graph, for its value

    @property
    def code(self) -> str:
        return f"d{self.of.code}_d{self.by.code}"


def code_name(letter: Letter) -> str:
    """A letter as a name in a program."""
    sub = f"_{letter.sub.replace(',', '_')}" if letter.sub else ""
    return f"{_NAMES.get(letter.base, letter.base)}{letter.layer}{sub}".replace(" ", "_")


class Chain:
    """One target of a question, its stations, and the chain rule between it and the parameter asked for."""

    def __init__(self, question: Question, target: Expression, letter: Letter):
        scalars = [each.node for each in question.inputs if not each.index]
        layered = stations([target], [each.node for each in question.parameters], scalars)
        found = layered or shared(target, [each.node for each in question.inputs])
        self.target = Point(node=target, letter=letter)
        self.stations = [_point(each) for each in found if each.node is not target]
        self.inputs = [Point(node=each.node, letter=each.letter) for each in question.inputs]
        self.wrt = Point(node=question.wrt.node, letter=question.wrt.letter)
        self._formulas: dict[int, Any] = {}
        self._ranked = self._in_order(question)
        named = [self.target, *self._ranked]  # a function may give back its input: then that name counts
        self._symbol = {each.node.order: sympy.Symbol(each.code, real=True) for each in named}
        self._points = {each.node.order: each for each in named}

    def _in_order(self, question: Question) -> list[Point]:
        """All points in the order in which textbooks write them: weights, values on the way, data."""
        weights = {each.node.order for each in question.parameters}
        scalars = {each.node.order for each in question.inputs[1:] if not each.index} - weights
        groups: list[list[Point]] = [[], [], []]
        for each in self.inputs:
            groups[0 if each.node.order in weights else 1 if each.node.order in scalars else 2].append(each)
        return [*groups[0], *self.stations, *groups[1], *groups[2]]

    # --- formulas ---------------------------------------------------------------------------

    def symbol(self, point: Point) -> Any:
        """The SymPy symbol of a value."""
        return self._symbol[point.node.order]

    def formula(self, node: Expression, extra: dict[int, Any] | None = None) -> Any:
        """A value as a formula of those that enter it directly."""
        if extra is None and node.order in self._formulas:
            return self._formulas[node.order]
        itself = node.order if node.operation != "input" else None
        known = {order: symbol for order, symbol in self._symbol.items() if order != itself}
        formula: Any = without_shift(to_sympy([node], {**known, **(extra or {})})[0])
        length = sum(1 for _ in islice(sympy.preorder_traversal(formula), _LONGEST + 1))
        if length > _LONGEST:
            raise UsageError(
                "a formula here is too long to be read; give smaller --values, or derive a part of it"
            )
        if extra is None:
            self._formulas[node.order] = formula
        return formula

    def letters(self, partial: bool = True) -> Formulas:
        """The writer of formulas with letters, and with the curly d or the plain one."""
        return Formulas({self.symbol(each): each.letter for each in self._ranked}, partial)

    def numbers(self, of: dict[int, Figure]) -> Formulas:
        """The writer of formulas with values in place of letters."""
        pieces: dict[Any, Piece] = {}
        for each in self._ranked:
            pieces[self.symbol(each)] = of.get(each.node.order, each.letter)
        return Formulas(pieces)

    # --- factors ----------------------------------------------------------------------------

    @cached_property
    def active(self) -> list[Point]:
        """The stations that lie between the target and the parameter, the first ones first."""
        depends: set[int] = {self.wrt.node.order}
        for node in reachable([self.target.node]):
            if any(child.order in depends for child in node.operands):
                depends.add(node.order)
        return [each for each in self.stations if each.node.order in depends]

    @property
    def backwards(self) -> list[Point]:
        """The same from the target back, the neurons of a layer in their order."""
        layers: list[list[Point]] = []
        for each in self.active:
            last = layers[-1][0].letter if layers else None
            if last and last.layer and (last.base, last.layer) == (each.letter.base, each.letter.layer):
                layers[-1].append(each)
            else:
                layers.append([each])
        return [each for layer in reversed(layers) for each in layer]

    @cached_property
    def factors(self) -> dict[tuple[int, int], Factor]:
        """Every factor by the orders of its two values, from the target back to the parameter."""
        ends = [*self.active, self.wrt]
        found = {}
        for of in [self.target, *self.backwards]:
            for by in self.entering(of):
                if by in ends:
                    found[of.node.order, by.node.order] = self._factor(of, by)
        return found

    def entering(self, of: Point) -> list[Point]:
        """The values that enter one directly, in the order in which the graph made them."""
        found: dict[int, Point] = {}
        waiting = list(of.node.operands)
        while waiting:
            node = waiting.pop()
            if node.order in self._points:
                found[node.order] = self._points[node.order]
            else:
                waiting.extend(node.operands)
        return [found[order] for order in sorted(found)]

    def _factor(self, of: Point, by: Point) -> Factor:
        slope = sympy.diff(self.formula(of.node), self.symbol(by))
        own = self._own_terms(of, by, slope) if of.sums else None
        return Factor(of=of, by=by, formula=shortest(slope) if own is None else own, node=self._slope(of, by))

    def _own_terms(self, of: Point, by: Point, slope: Any) -> Any | None:
        """The slope of an activation in terms of what it gives: a (1 - a), proved by SymPy."""
        siblings = [each for each in self.stations if each.sums == of.sums or each is of]
        places = [each.order for each in of.sums]
        partner = siblings[places.index(by.node.order)] if len(places) > 1 else of
        values = {self.symbol(each): self.formula(each.node) for each in (of, partner)}
        return in_own_terms(slope, values)

    def _slope(self, of: Point, by: Point) -> Expression:
        """The derivative as a graph in which the other values that enter are held fixed."""
        fresh = {each.node.order: new_input() for each in self.entering(of)}
        copy = substitute([of.node], dict(fresh), rebuilt)[0]
        slope = partials(copy, [fresh[by.node.order]])[0]
        back = {node.order: self._points[order].node for order, node in fresh.items()}
        return substitute([slope], back, rebuilt)[0]

    @property
    def direct_too(self) -> bool:
        """Whether the parameter enters the target directly as well: then the whole derivative has a d."""
        return bool(self.active) and (self.target.node.order, self.wrt.node.order) in self.factors

    @property
    def direct_slope(self) -> Expression:
        """The derivative of the target in the parameter, where nothing lies between them."""
        if self.target.node is self.wrt.node:
            return constant(1)
        return self.factors[self.target.node.order, self.wrt.node.order].node

    def next(self, of: Point) -> list[Factor]:
        """The factors of a value in what enters it."""
        return [factor for (order, _), factor in self.factors.items() if order == of.node.order]

    def into(self, by: Point) -> list[Factor]:
        """The factors of what a value enters."""
        return [factor for (_, order), factor in self.factors.items() if order == by.node.order]

    # --- paths ------------------------------------------------------------------------------

    @cached_property
    def number_of_paths(self) -> int:
        """Along how many paths the parameter reaches the target."""
        count = {self.target.node.order: 1}
        for by in [*self.backwards, self.wrt]:
            count[by.node.order] = sum(count[each.of.node.order] for each in self.into(by))
        return count[self.wrt.node.order]

    def paths(self) -> list[tuple[Factor, ...]]:
        """Every path, as its factors from the target back."""
        return list(self._paths_from(self.target))

    def _paths_from(self, of: Point) -> Iterator[tuple[Factor, ...]]:
        for factor in self.next(of):
            if factor.by.node is self.wrt.node:
                yield (factor,)
            else:
                yield from ((factor, *rest) for rest in self._paths_from(factor.by))


def multiplied(nodes: Sequence[Expression]) -> Expression:
    """The product as a graph."""
    result = nodes[0]
    for node in nodes[1:]:
        result = result * node
    return result


def summed(nodes: Sequence[Expression]) -> Expression:
    """The sum as a graph."""
    result = nodes[0]
    for node in nodes[1:]:
        result = result + node
    return result


def _point(station: Station) -> Point:
    return Point(node=station.node, letter=station.letter, sums=station.sums)
