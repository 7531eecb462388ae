"""Function + formula + inputs -> the answer in float64, computed once in a process.

What a formula gives does not depend on whose answer it is compared with: of many submissions only the
first one pays for it. Graphs are large, so answers are remembered without them.
"""

from functools import lru_cache
from typing import Any

import numpy as np

from nncheck.reference.answer import Answer, Solver
from nncheck.reference.balls import Uncertified
from nncheck.spec.exercise import Formula, Function
from nncheck.spec.trees import leaves

_ANSWERS = 1 << 14  # of some KB each; a thousand wrong submissions of all exercises needed 10,000
_SOLVERS = 8  # that keep their graphs for a while: the next inputs often have the same shapes
_UNDEFINED = (ValueError, IndexError, TypeError, ZeroDivisionError)


class Undefined(Exception):
    """A formula of other shapes than those of the inputs: nothing comes out."""


class Inputs:
    """The arguments of a call as a key: equal where they are the same numbers in the same shapes."""

    def __init__(self, arguments: tuple[Any, ...]):
        self.arguments = arguments
        self._content = tuple((path, *_content(leaf)) for path, leaf in leaves(arguments))
        self._hash = hash(self._content)

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Inputs) and self._content == other._content


def _content(leaf: Any) -> tuple[Any, ...]:
    if isinstance(leaf, np.ndarray):
        return leaf.dtype.str, leaf.shape, leaf.tobytes()
    return type(leaf).__name__, repr(leaf)


def answer(function: Function, inputs: Inputs, formula: Formula | None = None) -> Answer:
    """The answer to a call, or what another formula of the same arguments makes of it.

    Raises Uncertified where there is no certified value, Undefined where there is none at all.
    """
    found = _answer(function, formula, inputs)
    if isinstance(found, type):
        raise found
    return found


@lru_cache(_ANSWERS)
def _answer(function: Function, formula: Formula | None, inputs: Inputs) -> Answer | type[Exception]:
    try:
        return _solver(function, formula).answer(inputs.arguments, "float64")
    except Uncertified:
        return Uncertified
    except _UNDEFINED:
        return Undefined


@lru_cache(_SOLVERS)
def _solver(function: Function, formula: Formula | None) -> Solver:
    return Solver(function if formula is None else function.computing(formula))
