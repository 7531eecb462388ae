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
        return leaf.astype(dtype) if is_float_array else leaf

    return map_leaves(cast, tree)
