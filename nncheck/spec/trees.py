"""Arguments and answers as trees: arrays and numbers in tuples, lists and dicts."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np


def leaves(tree: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """(path, leaf) of every leaf; a path reads like "W1" or "0.W1", and is empty for a bare leaf."""
    if isinstance(tree, dict):
        children = list(tree.items())
    elif isinstance(tree, list | tuple):
        children = [(str(index), child) for index, child in enumerate(tree)]
    else:
        yield path, tree
        return
    for name, child in children:
        yield from leaves(child, f"{path}.{name}" if path else str(name))


def map_leaves(change: Callable[..., Any], tree: Any, *others: Any) -> Any:
    """The same tree with `change` applied to each leaf (and the leaves of `others` at its place)."""
    if isinstance(tree, dict):
        return {
            name: map_leaves(change, child, *(other[name] for other in others))
            for name, child in tree.items()
        }
    if isinstance(tree, list | tuple):
        parts = [map_leaves(change, *children) for children in zip(tree, *others, strict=True)]
        return tuple(parts) if isinstance(tree, tuple) else parts
    return change(tree, *others)


def cast_floats(tree: Any, dtype: str) -> Any:
    """The tree with its floating arrays as `dtype`; numbers and other arrays stay."""

    def cast(leaf: Any) -> Any:
        is_float_array = isinstance(leaf, np.ndarray) and leaf.dtype.kind == "f"
        with np.errstate(over="ignore"):  # what is beyond the type becomes infinite
            return leaf.astype(dtype) if is_float_array else leaf

    return map_leaves(cast, tree)


def as_floats(tree: Any) -> Any:
    """The same numbers, every array of them in float64."""
    return map_leaves(lambda leaf: leaf.astype(np.float64) if isinstance(leaf, np.ndarray) else leaf, tree)


def without_axes(tree: Any) -> bool:
    """Whether there are arrays, and every one of them is 0-d."""
    arrays = [leaf for _, leaf in leaves(tree) if isinstance(leaf, np.ndarray)]
    return bool(arrays) and all(leaf.ndim == 0 for leaf in arrays)


def same_infinities(one: Any, other: Any) -> bool:
    """Whether the arrays of two trees of one form are infinite in the same places."""
    pairs = zip(leaves(one), leaves(other), strict=True)
    return all(
        np.array_equal(np.isinf(x), np.isinf(y)) for (_, x), (_, y) in pairs if isinstance(x, np.ndarray)
    )
