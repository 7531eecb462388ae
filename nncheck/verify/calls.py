"""Functions of the exercises, and the words of quantities, at exact arguments -> graphs."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

import numpy as np

from nncheck.errors import UsageError
from nncheck.spec import PI, Function, amax, erf, exp, log, sqrt, total
from nncheck.spec.domain import Choice, Generator, Length, Shape, Whole, Words
from nncheck.spec.expression import constant
from nncheck.spec.trees import map_leaves
from nncheck.verify.data import batches, make_regression
from nncheck.verify.language import arranged, shortened

MOST_REPEATS = 1000  # the largest whole number that a function may be given, where it is no number of samples

Formula = Callable[..., Any]


def call(
    function: Function, formula: Formula, arguments: tuple[Any, ...], keywords: Mapping[str, Any]
) -> Any:
    """A function of an exercise at exact arguments; the answer is a tree of graphs."""
    given = dict(zip(function.domain, arguments, strict=False)) | dict(keywords)
    if len(arguments) > len(function.domain) or not set(given) <= set(function.domain):
        raise UsageError(f"the arguments of {function.signature} do not fit: {len(arguments)} are given")
    values: dict[str, Any] = {}
    for name, parameter in function.parameters.items():
        if name not in given and parameter.default is parameter.empty:
            raise UsageError(f"{function.signature} needs {name!r}")
        value = given.get(name, parameter.default)
        values[name] = argument(function, name, value)
    if function.elementwise:
        first, *rest = values.values()
        return elementwise(formula, first, rest)
    return formula(*values.values())


def argument(function: Function, name: str, value: Any) -> Any:
    """An argument as formulas take it: numbers as graphs; sizes and words as they are."""
    domain = function.domain[name]
    if isinstance(domain, Generator):
        raise UsageError(f"{function.signature} draws random numbers; claim their variance instead")
    if isinstance(domain, Whole | Length):
        if not isinstance(value, int) or (value > MOST_REPEATS and not function.counts):
            raise UsageError(f"{name} in {function.signature} is a whole number up to {MOST_REPEATS}")
        return value
    if isinstance(domain, Shape):
        return tuple(int(each) for each in value)
    if isinstance(domain, Words) or (isinstance(domain, Choice) and not isinstance(value, int | Fraction)):
        return value
    return map_leaves(_as_expressions, value)


def elementwise(formula: Formula, x: Any, others: list[Any]) -> Any:
    """The formula at each entry of x; a tuple of answers becomes a tuple of arrays."""
    if not isinstance(x, np.ndarray):
        return formula(x, *others)
    answers = [formula(entry, *others) for entry in x.flat]
    if not answers or not isinstance(answers[0], tuple):
        return _shaped(answers, x.shape)
    return tuple(_shaped(list(column), x.shape) for column in zip(*answers, strict=True))


def as_graphs(value: Any, text: str) -> Any:
    """A tree of numbers as one array of graphs.

    Raises UsageError where it is no array of numbers.
    """
    if isinstance(value, list | tuple):
        value = arranged([_unwrapped(as_graphs(each, text)) for each in value])
    if isinstance(value, bool | str | dict) or value is None:
        raise UsageError(f"{shortened(text)} is no number; name one of its parts")
    array = np.asarray(value, dtype=object)
    try:
        return _shaped([constant(each) for each in array.flat], array.shape)
    except (TypeError, ValueError, OverflowError):
        raise UsageError(f"{shortened(text)} is no array of numbers") from None


def _unwrapped(array: Any) -> Any:
    return array.item() if array.shape == () else array


def _shaped(items: list[Any], shape: tuple[int, ...]) -> Any:
    array = np.empty(shape, dtype=object)
    array.reshape(-1)[:] = items
    return array


def _as_expressions(leaf: Any) -> Any:
    if isinstance(leaf, str):
        raise UsageError(f"{shortened(leaf)!r} is a word where a number belongs")
    if isinstance(leaf, np.ndarray):
        return _shaped([constant(each) for each in leaf.flat], leaf.shape)
    return constant(leaf) if isinstance(leaf, int | float | Fraction) and not isinstance(leaf, bool) else leaf


def _on_numbers(function: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A function of mathematics on numbers and arrays of them."""
    return lambda x: function(_as_expressions(x))


def _sum(*items: Any) -> Any:
    return total(_all(items))


def _mean(*items: Any) -> Any:
    array = _all(items)
    return total(array) / Fraction(array.size)


def _max(*items: Any) -> Any:
    return amax(_all(items).reshape(-1))[0]


def _min(*items: Any) -> Any:
    return -_max(-_as_expressions(_all(items)))


def _all(items: tuple[Any, ...]) -> Any:
    array = np.asarray(items[0] if len(items) == 1 else arranged(list(items)), dtype=object)
    if array.size == 0:
        raise UsageError("nothing to take the sum, mean or largest of")
    return array


def _abs(x: Any) -> Any:
    return np.abs(x) if isinstance(x, np.ndarray) else abs(x)


WORDS: dict[str, Any] = {
    "exp": _on_numbers(exp), "log": _on_numbers(log), "sqrt": _on_numbers(sqrt), "erf": _on_numbers(erf),
    "pi": PI, "abs": _on_numbers(_abs), "sum": _sum, "mean": _mean, "max": _max, "min": _min, "len": len,
    "batches": batches, "make_regression": make_regression,
}  # fmt: skip
