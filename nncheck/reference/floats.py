"""Graph -> what a program in a floating-point type really gives, overflows, NaN and all."""

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from nncheck.spec.expression import Expression, reachable

APPLY: dict[str, Callable[..., Any]] = {
    "add": np.add,
    "subtract": np.subtract,
    "multiply": np.multiply,
    "divide": np.divide,
    "negative": np.negative,
    "exp": np.exp,
    "log": np.log,
    "sqrt": np.sqrt,
    "erf": lambda a: type(a)(math.erf(a)),
    "tanh": np.tanh,
    "absolute": np.abs,
    "where": lambda condition, then, otherwise: then if condition > 0 else otherwise,
}


def in_floats(outputs: Sequence[Expression], inputs: dict[int, float], dtype: str) -> list[float]:
    """The outputs, computed operation by operation in `dtype`."""
    values = all_in_floats(reachable(outputs), inputs, dtype)
    return [float(values[node.order]) for node in outputs]


def all_in_floats(nodes: Sequence[Expression], inputs: dict[int, float], dtype: str) -> dict[int, Any]:
    """The value of every one of `nodes`, operands before results, by its order."""
    number = np.dtype(dtype).type
    values: dict[int, Any] = {order: number(value) for order, value in inputs.items()}
    with np.errstate(all="ignore"):
        for node in nodes:
            if node.order in values:
                continue
            if node.operands:
                values[node.order] = number(
                    APPLY[node.operation](*(values[child.order] for child in node.operands))
                )
            else:
                values[node.order] = number(math.pi if node.number is None else float(node.number))
    return values
