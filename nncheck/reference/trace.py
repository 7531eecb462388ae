"""Formula + arguments -> graphs: run the author's Python on symbolic stand-ins for the numbers."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from nncheck.spec.expression import Expression, constant, new_input
from nncheck.spec.trees import leaves, map_leaves


class Trace(NamedTuple):
    """A formula's graph for arguments of certain shapes."""

    inputs: list[Expression]  # in the order of `numbers(arguments)`
    answer: Any  # tree of object arrays of Expression

    @property
    def outputs(self) -> list[Expression]:
        return [node for _, leaf in leaves(self.answer) for node in leaf.flat]


def trace(formula: Callable[..., Any], arguments: tuple[Any, ...]) -> Trace:
    """Run `formula` with every floating number of `arguments` replaced by an input."""
    inputs: list[Expression] = []

    def stand_in(leaf: Any) -> Any:
        if isinstance(leaf, np.ndarray):
            array = np.empty(leaf.shape, dtype=object)
            fresh = [new_input() for _ in range(leaf.size)]
            array.reshape(-1)[:] = fresh
            inputs.extend(fresh)
            return array
        if isinstance(leaf, float):
            inputs.append(new_input())
            return inputs[-1]
        return leaf

    answer = map_leaves(_as_nodes, formula(*map_leaves(stand_in, arguments)))
    return Trace(inputs, answer)


def _as_nodes(leaf: Any) -> Any:
    array = np.asarray(leaf, dtype=object)
    nodes = np.empty(array.shape, dtype=object)
    nodes.reshape(-1)[:] = [constant(each) for each in array.flat]
    return nodes


def numbers(arguments: tuple[Any, ...]) -> list[float]:
    """Every floating number of `arguments`, in the order in which `trace` made its inputs."""
    found: list[float] = []
    for _, leaf in leaves(arguments):
        if isinstance(leaf, np.ndarray):
            found.extend(float(each) for each in leaf.flat)
        elif isinstance(leaf, float):
            found.append(leaf)
    return found
