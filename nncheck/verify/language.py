"""A quantity as text, such as softmax([3, 1, 0.2])[1], read by an allow-list: nothing is ever run.

Values are exact: fractions, scalars of graphs (Expression), object arrays of both, lists, dicts and
words. 0.1 is one tenth.
"""

import ast
import operator
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np

from nncheck.errors import UsageError, unknown_name
from nncheck.spec import exp, log
from nncheck.spec.expression import Expression

LONGEST = 20_000  # characters of a quantity
LARGEST_POWER = 1000
_MOST_BITS = 100_000  # of a power
_MOST_DIGITS = 4000  # of a number written in a quantity

_ARITHMETIC: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.MatMult: operator.matmul,
}


def evaluated(text: str, names: Mapping[str, Any]) -> Any:
    """The value of a quantity; `names` are what it may speak of, functions among them.

    Raises UsageError naming what is wrong.
    """
    text = text.strip().replace("\u2212", "-")
    if len(text) > LONGEST:
        raise UsageError(f"a quantity of {len(text):,} characters; up to {LONGEST:,} are read")
    try:
        tree = ast.parse(text, mode="eval")
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise UsageError(f"{shortened(text)} is no quantity: it cannot be read as an expression") from None
    try:
        return _Reader(text, names).read(tree.body)
    except ZeroDivisionError:
        raise UsageError(f"{shortened(text)} divides by zero") from None
    except RecursionError:
        raise UsageError(f"{shortened(text)} is nested too deeply") from None
    except (TypeError, ValueError, LookupError, AttributeError, OverflowError) as error:
        raise UsageError(f"{shortened(text)} has no value: {error}") from None


def shortened(text: str) -> str:
    """A quantity as a message quotes it."""
    return text if len(text) <= 80 else f"{text[:77]}..."


class _Reader:
    """Walks one expression."""

    def __init__(self, text: str, names: Mapping[str, Any]):
        self._text, self._names = text, names

    def read(self, node: ast.expr) -> Any:
        method = getattr(self, f"_{type(node).__name__}", None)
        if method is None:
            raise UsageError(f"{self._source(node)}: {type(node).__name__} has no place in a quantity")
        return method(node)

    def _Constant(self, node: ast.Constant) -> Any:  # noqa: N802  the names of ast's classes
        if isinstance(node.value, bool) or node.value is None or isinstance(node.value, str):
            return node.value
        text = self._source(node)
        if not isinstance(node.value, int | float) or len(text) > _MOST_DIGITS:
            raise UsageError(f"{shortened(text)} is no number that a quantity may hold")
        return node.value if isinstance(node.value, int) else _fraction(text)

    def _Name(self, node: ast.Name) -> Any:  # noqa: N802
        if node.id not in self._names:
            raise unknown_name("name", node.id, self._names)
        return self._names[node.id]

    def _List(self, node: ast.List) -> Any:  # noqa: N802
        return arranged([self.read(each) for each in node.elts])

    def _Tuple(self, node: ast.Tuple) -> Any:  # noqa: N802
        return tuple(self.read(each) for each in node.elts)

    def _Dict(self, node: ast.Dict) -> Any:  # noqa: N802
        if not all(isinstance(key, ast.Constant) and isinstance(key.value, str) for key in node.keys):
            raise UsageError(f"{self._source(node)}: the keys of a dict are words in quotes")
        keys = [key.value for key in node.keys if isinstance(key, ast.Constant)]
        return {str(key): self.read(value) for key, value in zip(keys, node.values, strict=True)}

    def _number(self, node: ast.expr) -> Any:
        """The value of an operand, which is a number or an array of numbers."""
        value = self.read(node)
        if not _numeric(value):
            raise UsageError(f"{self._source(node)} is no number, nor an array of numbers")
        return value

    def _UnaryOp(self, node: ast.UnaryOp) -> Any:  # noqa: N802
        value = self._number(node.operand)
        if isinstance(node.op, ast.USub):
            return -value
        if isinstance(node.op, ast.UAdd):
            return value
        raise UsageError(f"{self._source(node)}: only + and - may stand before a number")

    def _BinOp(self, node: ast.BinOp) -> Any:  # noqa: N802
        left, right = self._number(node.left), self._number(node.right)
        if isinstance(node.op, ast.Div):
            return _exact(left) / right
        if isinstance(node.op, ast.Pow):
            return power(left, right)
        if type(node.op) not in _ARITHMETIC:
            raise UsageError(f"{self._source(node)}: write + - * / @ or **")
        return _ARITHMETIC[type(node.op)](left, right)

    def _Subscript(self, node: ast.Subscript) -> Any:  # noqa: N802
        value, place = self.read(node.value), self._place(node.slice)
        if isinstance(value, dict):
            return _entry(value, place)
        if not isinstance(value, np.ndarray | list | tuple):
            raise UsageError(f"{self._source(node.value)} has no entries: [{self._source(node.slice)}]")
        try:
            return value[place]
        except IndexError:
            shape = np.shape(value) if isinstance(value, np.ndarray) else (len(value),)
            raise UsageError(f"{self._source(node)}: there is no such entry, the shape is {shape}") from None

    def _place(self, node: ast.expr) -> Any:
        if isinstance(node, ast.Slice):
            parts = (node.lower, node.upper, node.step)
            return slice(*(None if part is None else self._place(part) for part in parts))
        if isinstance(node, ast.Tuple):
            return tuple(self._place(each) for each in node.elts)
        place = self.read(node)
        if not isinstance(place, int | str) or isinstance(place, bool):
            raise UsageError(f"[{self._source(node)}]: a place is a whole number, or a word in quotes")
        return place

    def _Attribute(self, node: ast.Attribute) -> Any:  # noqa: N802
        value = self.read(node.value)
        if isinstance(value, np.ndarray) and node.attr == "T":
            return value.T
        part = getattr(value, "part", None)
        if part is not None:
            return part(node.attr)
        if isinstance(value, dict):
            return _entry(value, node.attr)
        raise UsageError(f"{self._source(node.value)} has no part {node.attr!r}")

    def _Call(self, node: ast.Call) -> Any:  # noqa: N802
        function = self.read(node.func)
        if not callable(function):
            raise UsageError(f"{self._source(node.func)} is no function")
        if any(keyword.arg is None for keyword in node.keywords):
            raise UsageError(f"{self._source(node)}: write each argument out")
        keywords = {str(each.arg): self.read(each.value) for each in node.keywords}
        return function(*(self.read(each) for each in node.args), **keywords)

    def _source(self, node: ast.expr) -> str:
        return shortened(ast.get_source_segment(self._text, node) or "this")


def arranged(items: list[Any]) -> Any:
    """A list of numbers, or of rows of one length, as an array; anything else stays a list."""
    if not items or not all(_numeric(each) for each in items):
        return items
    shapes = {np.shape(each) if isinstance(each, np.ndarray) else () for each in items}
    if len(shapes) > 1:
        return items
    array = np.empty((len(items), *shapes.pop()), dtype=object)
    for index, each in enumerate(items):
        array[index] = _exact(each)
    return array


def power(base: Any, exponent: Any) -> Any:
    """base ** exponent; a whole exponent multiplies, any other goes through the logarithm."""
    if isinstance(base, np.ndarray):
        return np.frompyfunc(lambda each: power(each, exponent), 1, 1)(base)
    if isinstance(exponent, Fraction) and exponent.denominator == 1:
        exponent = int(exponent)
    if not isinstance(exponent, int):
        return exp(exponent * log(base))
    if abs(exponent) > LARGEST_POWER:
        raise UsageError(f"the exponent {exponent} is beyond {LARGEST_POWER}")
    if isinstance(base, int | Fraction):
        if _bits(base) * abs(exponent) > _MOST_BITS:
            raise UsageError("a power is beyond all bounds")
        return Fraction(base) ** exponent
    result: Any = Fraction(1)
    for _ in range(abs(exponent)):
        result = base if result == 1 else result * base
    return 1 / result if exponent < 0 else result


def _bits(number: Any) -> int:
    return max(abs(Fraction(number).numerator).bit_length(), Fraction(number).denominator.bit_length())


def _exact(value: Any) -> Any:
    return Fraction(value) if isinstance(value, int) else value


def _fraction(text: str) -> Fraction:
    number = Decimal(text.replace("_", ""))
    if number and abs(number.adjusted()) > _MOST_DIGITS:
        raise UsageError(f"{shortened(text)} is beyond all bounds")
    return Fraction(number)


def _entry(value: dict[str, Any], name: Any) -> Any:
    if name not in value:
        raise unknown_name("part", str(name), value)
    return value[name]


def _numeric(value: Any) -> bool:
    return isinstance(value, int | Fraction | Expression | np.ndarray) and not isinstance(value, bool)
