"""A counterexample of a layered network -> the network with its numbers, each answer marked right or wrong.

Layers are sigmoid layers, as in the notes; their values are computed from the inputs of the counterexample.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from nncheck.pages.network_answers import Entry, Judged, parts, shown
from nncheck.records import Array, Counterexample, Record, Value
from nncheck.report.difference import numbers

WIDEST, DEEPEST = 6, 4  # neurons in a layer, and layers, of a network that can be drawn
MOST_LABELS = 6  # edges between two layers that bear their numbers
MOST_ENTRIES = 60
ACROSS, DOWN, MARGIN = 270.0, 150.0, 60.0  # between columns and rows, and around


class Edge(Record, frozen=True, kw_only=True):
    """A weight from one neuron to another; `entry` is what was answered for it."""

    start: tuple[float, float]
    end: tuple[float, float]
    label: tuple[float, float] | None
    weight: str
    entry: Entry | None


class Node(Record, frozen=True, kw_only=True):
    """An input or a neuron with its value; answers stand in it, or below it for its bias."""

    at: tuple[float, float]
    name: str
    value: str
    inside: tuple[Entry, ...]
    bias: str
    below: Entry | None
    target: str


class Network(Record, frozen=True, kw_only=True):
    """The drawing and the same as a table. `what` says what was answered: value, gradient or step."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    entries: tuple[Entry, ...]
    what: str

    @property
    def first(self) -> Entry | None:
        """The first wrong number."""
        return next((each for each in self.entries if each.first), None)


def network(found: Counterexample) -> Network | None:
    """The network of a counterexample; None where there is none, or none that could be drawn."""
    layers = _layers(found.inputs)
    answered = parts(found.got), parts(found.expected)
    if not layers or len(layers) > DEEPEST or not answered[1]:
        return None
    sizes = [layers[0][0].shape[1], *(len(weights) for weights, _ in layers)]
    if max(sizes) > WIDEST or min(sizes) < 1:
        return None
    judged = Judged(*answered, found)
    return _Layout(sizes, layers, found.inputs, judged).network()


def _layers(inputs: Mapping[str, Value]) -> list[tuple[Array, Array | None]]:
    """Weights and biases, layer by layer; [] where they are no network."""
    given = inputs.get("params")
    named = given if isinstance(given, dict) else parts(inputs.get("weights"))
    found: list[tuple[Array, Array | None]] = []
    while f"W{len(found) + 1}" in named:
        weights, bias = (numbers(named.get(f"{letter}{len(found) + 1}")) for letter in "Wb")
        fits = weights is not None and weights.ndim == 2
        if weights is None or not fits or (found and weights.shape[1] != len(found[-1][0])):
            return []
        found.append((weights, bias if bias is not None and bias.shape == (len(weights),) else None))
    return found


class _Layout:
    """Places for everything: layers from left to right, neurons from top to bottom."""

    def __init__(
        self,
        sizes: Sequence[int],
        layers: Sequence[tuple[Array, Array | None]],
        inputs: Mapping[str, Any],
        judged: Judged,
    ):
        self._sizes, self._layers, self._judged = sizes, layers, judged
        self._values = list(self._forward(self._sample(inputs.get("x"))))
        self._target = self._sample(inputs.get("t"))

    def network(self) -> Network:
        nodes = [self._node(layer, i) for layer, size in enumerate(self._sizes) for i in range(size)]
        edges = [each for layer in range(1, len(self._sizes)) for each in self._edges(layer)]
        return Network(
            width=2 * MARGIN + ACROSS * (len(self._sizes) - 1) + (60 if self._target is not None else 0),
            height=2 * MARGIN + DOWN * (max(self._sizes) - 1) + 24,
            nodes=tuple(nodes),
            edges=tuple(edges),
            entries=tuple(self._judged.entries.values())[:MOST_ENTRIES],
            what=self._judged.what,
        )

    def _sample(self, given: Value) -> Array | None:
        """The row of an input that is drawn."""
        array = numbers(given)
        if array is None or array.ndim not in (1, 2) or not array.size:
            return None
        rows = np.atleast_2d(array)
        return np.asarray(rows[min(self._judged.row, len(rows) - 1)])

    def _forward(self, x: Array | None) -> Iterator[Array | None]:
        """The values of every layer; None where the input is not known."""
        yield x
        for weights, bias in self._layers:
            if x is not None and len(x) == weights.shape[1]:
                with np.errstate(all="ignore"):
                    x = 1 / (1 + np.exp(-(weights @ x.astype(np.float64) + (0 if bias is None else bias))))
            else:
                x = None
            yield x

    def _place(self, layer: int, row: int) -> tuple[float, float]:
        top = (max(self._sizes) - self._sizes[layer]) / 2
        return MARGIN + ACROSS * layer, MARGIN + DOWN * (top + row)

    def _node(self, layer: int, i: int) -> Node:
        values, bias = self._values[layer], self._layers[layer - 1][1] if layer else None
        last = layer == len(self._sizes) - 1
        target = self._target if last and self._target is not None and len(self._target) > i else None
        inside = (self._judged.at(f"z{layer}", i), self._judged.at(f"a{layer}", i)) if layer else ()
        return Node(
            at=self._place(layer, i),
            name=" · ".join(each.name for each in inside if each)
            or (f"a{layer}[{i}]" if layer else f"x[{i}]"),
            value="" if values is None or len(values) <= i else shown(float(values[i]))[0],
            inside=tuple(each for each in inside if each is not None),
            bias="" if bias is None else shown(float(bias[i]))[0],
            below=self._judged.at(f"b{layer}", i) if layer else None,
            target="" if target is None else shown(float(target[i]))[0],
        )

    def _edges(self, layer: int) -> Iterator[Edge]:
        weights = self._layers[layer - 1][0]
        labelled = weights.size <= MOST_LABELS
        for j, i in np.ndindex(weights.shape):
            start, end = self._place(layer - 1, i), self._place(layer, j)
            share = 0.5 if weights.shape[1] == 1 else 0.32 + 0.36 * i / (weights.shape[1] - 1)
            middle = tuple(a + share * (b - a) for a, b in zip(start, end, strict=True))
            yield Edge(
                start=start,
                end=end,
                label=(round(middle[0], 1), round(middle[1], 1)) if labelled else None,
                weight=shown(float(weights[j, i]))[0],
                entry=self._judged.at(f"W{layer}", j, i),
            )
