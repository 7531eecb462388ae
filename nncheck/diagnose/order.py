"""Two arguments taken in each other's place -> their names, asked for."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Any

import numpy as np

from nncheck.records import Named
from nncheck.spec.exercise import Formula, Function

_EXCHANGEABLE = (np.ndarray, float, dict)  # a formula may fail in its own way where lists are mixed up


def named(function: Function, arguments: Sequence[Any], fits: Callable[[Formula], bool]) -> Named | None:
    """The two arguments that the student's code has exchanged; `fits` says what a formula explains.

    `arguments` are those of some call: only what is of one type is mistaken for one another.
    """
    if function.steps:  # called step by step: w is a vector there, g a list of gradients
        return None
    kinds = [type(each) for each in arguments]
    return next((_asked(pair) for pair, formula in _exchanged(function, kinds) if fits(formula)), None)


def _asked(pair: Sequence[str]) -> Named:
    return Named(
        id="NN028",
        title="two arguments taken in each other's place",
        hint=f"Which comes first in the statement, {pair[0]} or {pair[1]}? And which in your def line?",
    )


def _exchanged(function: Function, kinds: Sequence[type]) -> Iterator[tuple[Sequence[str], Formula]]:
    """Every two parameters of one kind, and the formula that has each for the other."""
    names = list(function.parameters)[: len(kinds)]  # a default may have been left out
    for first, second in combinations(range(len(names)), 2):
        if kinds[first] is not kinds[second] or kinds[first] not in _EXCHANGEABLE:
            continue
        places = list(range(len(names)))
        places[first], places[second] = second, first
        yield (names[first], names[second]), _reordered(function.formula, places)


def _reordered(formula: Formula, places: Sequence[int]) -> Formula:
    def reordered(*arguments: Any) -> Any:
        return formula(*(arguments[place] for place in places))

    return reordered
