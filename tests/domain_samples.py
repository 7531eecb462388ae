"""Functions of arguments from every kind of domain, and whether values lie in their domains."""

from typing import Any

import numpy as np

from nncheck.spec import (
    Function,
    batches,
    curved_along,
    labels,
    number,
    one_hot,
    one_of,
    positive_definite,
    probabilities,
    reals,
    weights,
    whole,
    words,
)
from nncheck.spec.domain import Batches, Choice, Distribution, Positive, Reals, Shape, Weights, Whole, Words
from nncheck.spec.trees import leaves


def formula(x: Any, W: Any, alpha: Any, lr: Any) -> Any:
    """Not called here."""


MIXED = Function(
    formula,
    {
        "x": reals(-2, 2, "n", "d", one_row=True),
        "W": {"a": reals(0, 1, "o", "d")},
        "alpha": one_of(0.5, 2.0),
        "lr": number(0.05, 1.0),
    },
    sizes={"n": (1, 3), "d": (2, 4), "o": (3, 5)},
)
LABELLED = Function(
    lambda p, y, rows, classes: p,
    {
        "p": reals(0.05, 0.95, ...),
        "y": labels(...),
        "rows": probabilities("n", "k"),
        "classes": one_hot("n", "k"),
    },
    sizes={"k": (2, 6)},
)
ANY_SHAPE = Function(lambda x: x, {"x": reals(-20, 20)})
NETWORK = Function(
    lambda x, layers, matrices, names, n: x,
    {
        "x": reals(-2, 2, "n", "d"),
        "layers": weights(-1, 1, "depth", "d", "o", biases=True),
        "matrices": weights(-1, 1, "depth", "d"),
        "names": words("depth", "relu", "tanh"),
        "n": whole(2, 5),
    },
    sizes={"d": (2, 4), "o": (1, 3), "depth": (1, 4)},
)
CURVED = Function(
    lambda H, s, y: y,
    {"H": positive_definite("d"), "s": reals(-2, 2, "d"), "y": curved_along("s", "d")},
    sizes={"d": (1, 4)},
)
BATCHED = Function(
    lambda pairs: pairs, {"pairs": batches(-3, 3, "number", "d")}, sizes={"number": (1, 4), "d": (2, 3)}
)


def same(a: Any, b: Any) -> bool:
    """Whether two argument tuples are equal, bit by bit."""
    pairs = zip(leaves(a), leaves(b), strict=True)
    return all(
        np.asarray(x).tobytes() == np.asarray(y).tobytes() and np.shape(x) == np.shape(y)
        for (_, x), (_, y) in pairs
    )


def inside(domain: Any, value: Any) -> bool:
    """Whether a value lies in its domain."""
    if isinstance(domain, dict):
        return all(inside(domain[name], value[name]) for name in domain)
    if isinstance(domain, Choice):
        return bool(np.isin(value, domain.values).all())
    if isinstance(domain, Whole):
        return type(value) is int and domain.low <= value <= domain.high
    if isinstance(domain, Words):
        return type(value) is list and set(value) <= set(domain.values)
    if isinstance(domain, Weights | Batches):
        return type(value) is list and all(between(domain, leaf) for _, leaf in leaves(value))
    if isinstance(domain, Positive):
        return bool(domain.along) or bool(np.linalg.eigvalsh(value).min() >= 1 - 1e-12)
    if isinstance(domain, Distribution):
        return bool((value.sum(axis=-1) == 1).all()) and proper(value, domain.one_hot)
    if isinstance(domain, Shape):
        return type(value) is tuple and all(type(length) is int for length in value)
    assert isinstance(domain, Reals)
    return between(domain, value)


def between(domain: Any, value: Any) -> bool:
    """Whether every number of an array lies within the bounds of its domain."""
    return bool((np.asarray(value) >= domain.low).all() and (np.asarray(value) <= domain.high).all())


def proper(rows: Any, one_hot: bool) -> bool:
    """Whether probabilities are 0 or 1 alone, or none of them is."""
    ends = (rows == 0) | (rows == 1)
    return bool(ends.all() if one_hot else not ends.any())
