"""SymPy -> pieces: a formula in the order in which textbooks write it."""

from collections.abc import Callable, Mapping
from typing import Any

import sympy

from nncheck.derive.pieces import (
    Applied,
    Cases,
    Constant,
    Figure,
    Letter,
    Minus,
    Over,
    Pending,
    Piece,
    Power,
    Root,
    Sum,
    product,
)

_NAMES = {sympy.log: "ln", sympy.tanh: "tanh", sympy.erf: "erf", sympy.Abs: "abs", sympy.sign: "sign"}


class Formulas:
    """Writes SymPy formulas with a piece for each symbol; products and sums keep the symbols' order."""

    def __init__(self, symbols: Mapping[Any, Piece], partial: bool = True):
        self._symbols: dict[Any, Piece] = dict(symbols)
        self._partial = partial
        self._rank = {symbol: rank for rank, symbol in enumerate(self._symbols)}

    def knowing(self, symbol: Any, piece: Piece) -> "Formulas":
        """The same with a piece for one more symbol, which comes last in products and sums."""
        return Formulas({**self._symbols, symbol: piece}, self._partial)

    def written(self, formula: Any) -> Piece:
        """The formula as a piece."""
        if (known := self._symbols.get(formula)) is not None:
            return known
        for kind, method in self._methods():
            if isinstance(formula, kind):
                return method(formula)
        name = _NAMES.get(type(formula), type(formula).__name__)
        return Applied(name=name, to=self.written(formula.args[0]))

    def _methods(self) -> list[tuple[Any, Callable[[Any], Piece]]]:
        return [
            (sympy.Rational, self._number),
            (sympy.NumberSymbol, lambda formula: Constant(text="π" if formula is sympy.pi else "e")),
            (sympy.Add, self._sum),
            (sympy.Mul, self._product),
            (
                sympy.exp,
                lambda formula: Power(base=Constant(text="e"), exponent=self.written(formula.args[0])),
            ),
            (sympy.Pow, self._product),
            (sympy.Piecewise, self._cases),
            (sympy.Derivative, self._pending),
            (sympy.Symbol, lambda formula: Letter(base=formula.name)),
        ]

    def _number(self, formula: Any) -> Piece:
        size = abs(formula)
        if size.q == 1 or _decimal(size):
            piece: Piece = Constant(text=str(size) if size.q == 1 else _decimal(size))
        else:
            piece = Over(top=Constant(text=str(size.p)), bottom=Constant(text=str(size.q)))
        return Minus(piece=piece) if formula < 0 else piece

    def _sum(self, formula: Any) -> Piece:
        """Numbers first, then in the order of the symbols, negative terms last, after a common factor."""
        common, rest = formula.primitive()
        if common != 1:
            return product(self._number(common), self.written(rest))
        terms = sorted(formula.args, key=lambda term: (_negative(term), self._place(term)))
        return Sum(terms=tuple(self.written(term) for term in terms))

    def _product(self, formula: Any) -> Piece:
        negative = _negative(formula)
        top, bottom = _rooted(*sympy.fraction(-formula if negative else formula, exact=True))
        piece = self._factors(top)
        if bottom != 1:
            piece = self._fraction(top, bottom)
        return Minus(piece=piece) if negative else piece

    def _fraction(self, top: Any, bottom: Any) -> Piece:
        """A fraction; a number under something lengthy becomes a factor before it: 2/3 (a - t)^2."""
        if bottom.is_Rational and any(factor.as_base_exp()[0].is_Add for factor in sympy.Mul.make_args(top)):
            number, rest = top.as_coeff_Mul()
            return product(self._number(number / bottom), self._factors(rest))
        return Over(top=self._factors(top), bottom=self._factors(bottom))

    def _factors(self, formula: Any) -> Piece:
        if formula.is_Pow and formula.exp == sympy.Rational(1, 2):
            return Root(of=self.written(formula.base))
        if formula.is_Pow and not isinstance(formula, sympy.exp):
            return Power(base=self.written(formula.base), exponent=self.written(formula.exp))
        if not formula.is_Mul:
            return self.written(formula)
        factors = sorted(formula.args, key=self._order_of_factors)
        return product(*(self._factors(factor) for factor in factors))

    def _order_of_factors(self, factor: Any) -> tuple[Any, ...]:
        """Symbols, powers of e, sums, other functions; what is still to be differentiated comes last."""
        base = factor.as_base_exp()[0]
        kind = 0 if base.is_Symbol or factor.is_number else 2 if base.is_Add else 3 if base.is_Function else 1
        return (factor.has(sympy.Derivative), kind, self._place(factor))

    def _cases(self, formula: Any) -> Piece:
        (then, condition), (otherwise, _) = formula.args
        side = condition.lhs - condition.rhs
        known = {symbol: self._symbols.get(symbol) for symbol in side.free_symbols}
        values = {symbol: float(each.text) for symbol, each in known.items() if isinstance(each, Figure)}
        if len(values) == len(known):  # with numbers it is known which case it is
            return self.written(then if side.subs(values) > 0 else otherwise)
        pieces = (self.written(each) for each in (side, then, otherwise))
        return Cases(**dict(zip(("condition", "then", "otherwise"), pieces, strict=True)))

    def _pending(self, formula: Any) -> Piece:
        variable = self.written(formula.variables[0])
        assert isinstance(variable, Letter)
        return Pending(variable=variable, of=self.written(formula.expr), partial=self._partial)

    def _place(self, formula: Any) -> tuple[Any, ...]:
        """Where it belongs: numbers before symbols, symbols in their order, what is short first."""
        ranks = sorted(self._rank.get(symbol, -1) for symbol in formula.free_symbols)
        return (ranks or [-1], sympy.count_ops(formula), str(formula))


def _negative(formula: Any) -> bool:
    return bool(formula.could_extract_minus_sign()) if not formula.is_Add else False


def _rooted(top: Any, bottom: Any) -> tuple[Any, Any]:
    """The fraction with roots of numbers below the bar, where they cancel: x/sqrt(2) for sqrt(2) x/2."""
    for factor in sympy.Mul.make_args(top):
        base, exponent = factor.as_base_exp()
        if base.is_Integer and exponent == sympy.Rational(1, 2) and bottom.is_Integer and bottom % base == 0:
            return top / factor, bottom / base * factor
    return top, bottom


def _decimal(number: Any) -> str:
    """A fraction as the decimal number that its author wrote, such as 0.01; "" where it is none."""
    text = repr(float(number))
    short = len(text) <= 6 and "e" not in text and number.q > 12
    return text if short and sympy.Rational(float(text)) in (number, sympy.Rational(text)) else ""
