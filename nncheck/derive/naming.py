"""Arguments of a function -> a letter for each number: W1[0, 1] is w with subscript 12 and layer (1)."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from msgspec import structs

from nncheck.derive.pieces import Letter
from nncheck.errors import UsageError, unknown_name
from nncheck.records import Record
from nncheck.spec.expression import Expression, new_input
from nncheck.spec.trees import leaves

_GREEK = {
    **{"lr": "η", "alpha": "α", "beta": "β", "gamma": "γ", "eps": "ε", "lam": "λ", "mu": "μ", "delta": "δ"},
    **{"weights": "w", "W": "w"},
}
_LAYERED = ("W", "w", "b", "z", "a", "weights")  # numbers behind these are those of layers
_WANTED = re.compile(r"([A-Za-z_][\w.]*)((?:\[[\d,\s]*\])*)")


class Input(Record, frozen=True, kw_only=True):
    """One number of the arguments: its node, its value, its letter, and how a program calls it."""

    node: Expression
    value: float
    letter: Letter
    leaf: str  # path of the array, such as params.W1
    index: tuple[int, ...]

    @property
    def name(self) -> str:
        """As one writes it in Python, without what leads to it: W1[0,0]."""
        return short_name(self.leaf) + (f"[{','.join(map(str, self.index))}]" if self.index else "")


def short_name(leaf: str) -> str:
    """The last part of a path that is a name, with the whole numbers behind it: weights[0]."""
    parts = leaf.split(".")
    names = [place for place, part in enumerate(parts) if not part.isdigit()]
    return parts[names[-1]] + "".join(f"[{part}]" for part in parts[names[-1] + 1 :])


def named_inputs(arguments: dict[str, Any], nodes: Sequence[Expression] | None = None) -> list[Input]:
    """Every number of the arguments, in the order in which the formula's graph has their nodes."""
    places = list(_numbers(arguments))
    nodes = [new_input() for _ in places] if nodes is None else nodes
    taken: dict[Letter, str] = {}
    inputs = []
    for node, (leaf, index, value) in zip(nodes, places, strict=True):
        letter = _letter(leaf, index)
        if taken.setdefault(letter, leaf) != leaf:  # W1 of the gradients, beside W1 of the parameters
            letter = structs.replace(letter, base=f"{leaf.partition('.')[0]}_{letter.base}")
        inputs.append(Input(node=node, value=value, letter=letter, leaf=leaf, index=index))
    return inputs


def _numbers(arguments: dict[str, Any]) -> Iterator[tuple[str, tuple[int, ...], float]]:
    for path, leaf in leaves(arguments):
        if isinstance(leaf, np.ndarray):
            yield from ((path, index, float(leaf[index])) for index in np.ndindex(leaf.shape))
        elif isinstance(leaf, float):
            yield path, (), leaf


def _letter(leaf: str, index: tuple[int, ...]) -> Letter:
    parts = leaf.split(".")
    numbers = [int(part) for part in parts if part.isdigit()]
    names = [part for part in parts if not part.isdigit()]
    found = re.fullmatch(r"([A-Za-z_]*?)_?(\d*)", names[-1])
    base, layer = found.groups() if found else (names[-1], "")
    if numbers:  # an entry of a list of layers: a matrix, or a pair of weights and biases
        layer, base = str(numbers[0] + 1), "wb"[numbers[1]] if len(numbers) > 1 and numbers[1] < 2 else base
    if layer and not (index and base in _LAYERED):
        return Letter(base=_GREEK.get(base, base), sub=layer + subscript(index))
    return Letter(base=_GREEK.get(base, base), sub=subscript(index), layer=layer)


def subscript(index: tuple[int, ...]) -> str:
    """Counted from 1, as on paper; with commas where digits would run together."""
    counted = [str(each + 1) for each in index]
    return ("," if any(len(each) > 1 for each in counted) else "").join(counted)


def find(wanted: str, inputs: list[Input]) -> Input:
    """The input that is meant by W1[0,0], params.W1[0,0], weights[0][1,2] or lr.

    Raises UsageError for a name or an index that is not there.
    """
    name = argument_of(wanted)
    brackets = [int(each) for each in re.findall(r"\d+", wanted.strip()[len(name) :])]
    near: list[Input] = []
    for each in inputs:
        path = addressed(each.leaf, name)
        if path is not None:
            near.append(each)
            if [*path, *each.index] == brackets:
                return each
    if not near:
        raise unknown_name("argument", name, {short_name(each.leaf).partition("[")[0] for each in inputs})
    raise UsageError(f"there is no {wanted.strip()}; {_range(near)}")


def argument_of(wanted: str) -> str:
    """The name before the brackets.

    Raises UsageError for what is no name with indices.
    """
    match = _WANTED.fullmatch(wanted.strip())
    if match is None:
        raise UsageError(f"{wanted[:60]!r} names no entry of an argument; write it as in Python: W1[0,0]")
    return match[1]


def addressed(leaf: str, name: str) -> list[int] | None:
    """The numbers that stand in a path behind a name, or None where the path is that of something else."""
    parts = leaf.split(".")
    for start in range(len(parts)):
        for end in range(start + 1, len(parts) + 1):
            rest = parts[end:]
            if ".".join(parts[start:end]) == name and all(part.isdigit() for part in rest):
                return [int(part) for part in rest]
    return None


def _range(near: list[Input]) -> str:
    first, last = near[0].name, near[-1].name
    return f"it goes from {first} to {last}" if first != last else f"its name is {first}"
