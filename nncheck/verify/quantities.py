"""Quantities by name -> certified values: functions of the exercises, worked examples, data.

`sigmoid_grad(6)`, `softmax([3, 1, 0.2])[1]`, `backprop.worked.grads.W2[0,0]`, and expressions over them.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any

import numpy as np

from nncheck.errors import UsageError
from nncheck.records import Named
from nncheck.reference.balls import Interval, Uncertified, certified
from nncheck.spec import Exercise, Function
from nncheck.spec.expression import Expression, new_input, reachable
from nncheck.verify.calls import WORDS, Formula, as_graphs, call
from nncheck.verify.language import evaluated, shortened
from nncheck.verify.printed import bounds
from nncheck.verify.worked import Network, Worked, formulas_of

_WORD = re.compile(r"[A-Za-z_]\w*")
# the functions of the exercise backprop, as parts of a worked network
_PARTS = {"forward": "forward", "loss": "loss", "backward": "backward", "train_step": "step"}
_BITS = (256, 1024, 4096, 16384)

MOST_NODES = 3_000_000


class Quantities:
    """What claims may speak of. `exchanged` puts other formulas in place of functions' own, by full name."""

    def __init__(
        self,
        exercises: Mapping[str, Exercise],
        worked: tuple[Worked, ...] = (),
        lets: Mapping[str, str] | None = None,
        exchanged: Mapping[str, Formula] | None = None,
    ):
        self.exercises, self.worked, self.lets = exercises, worked, dict(lets or {})
        self.exchanged = dict(exchanged or {})
        self.networks = {each.name: Network(each, self._formulas(each)) for each in worked}
        self._names: dict[str, Any] = {**WORDS, **self._functions(), **self.networks}
        self._pending = set(self.lets)
        self._others: dict[tuple[str, Formula], Quantities] = {}

    def with_exchanged(self, full_name: str, formula: Formula) -> "Quantities":
        """The same quantities under a misconception."""
        key = (full_name, formula)
        if key not in self._others:
            self._others[key] = Quantities(self.exercises, self.worked, self.lets, {full_name: formula})
        return self._others[key]

    def tree(self, text: str, variables: Mapping[str, Expression] | None = None) -> Any:
        """A quantity as a tree of graphs; `variables` are inputs."""
        for name in [each for each in self.lets if each in self._pending & self._spoken_of(text)]:
            self._names[name] = evaluated(self.lets[name], self._names)
            self._pending.discard(name)
        value = evaluated(text, {**self._names, **(variables or {})})
        if hasattr(value, "part") or callable(value):
            raise UsageError(f"{shortened(text)} is no number; name one of its parts")
        return value

    def graphs(self, text: str, variables: Mapping[str, Expression] | None = None) -> Any:
        """A quantity as an object array of graphs, of shape () for a single number."""
        return as_graphs(self.tree(text, variables), text)

    def single(self, text: str, variables: Mapping[str, Expression] | None = None) -> Expression:
        """A quantity that is a single number, as a graph.

        Raises UsageError where it is an array.
        """
        graphs = self.graphs(text, variables)
        if graphs.size != 1:
            raise UsageError(f"{shortened(text)} is an array of shape {graphs.shape}; name one entry of it")
        found: Expression = graphs.item()
        return found

    def value(self, text: str) -> Any:
        """A quantity as an array of certified balls, of shape () for a single number.

        Raises Uncertified where it has none, UsageError where the text means nothing.
        """
        graphs = self.graphs(text)
        values = np.empty(graphs.shape, dtype=object)
        values.reshape(-1)[:] = [hull(each) for each in self.intervals(list(graphs.flat))]
        return values

    def intervals(self, outputs: list[Expression], at: Mapping[int, Any] | None = None) -> list[Interval]:
        """The certified value of each graph, its variables being `at` these; at a kink all subgradients."""
        nodes = reachable(outputs)
        if len(nodes) > MOST_NODES:
            raise UsageError("the quantity takes too many operations")
        orders = {node.order for node in nodes if node.operation == "input"}
        for bits in _BITS:
            states = [network.inputs(orders, bits) for network in self.networks.values()]
            given = {order: ball for each in states for order, ball in each.items()}
            try:
                return certified(outputs, {**given, **(at or {})})
            except Uncertified:
                if not given:
                    raise
        raise Uncertified

    def misconceptions(self, text: str) -> Iterator[tuple[Named, str, Formula]]:
        """Those of every function that a quantity speaks of: name, function and the formula in its place."""
        words = self._spoken_of(text)
        two_layers = any(
            name in words and is_two_layer_sigmoid(each.worked) for name, each in self.networks.items()
        )
        for exercise in self.exercises.values():
            for function in exercise.functions.values():
                part_of_network = two_layers and exercise.name == "backprop" and function.name in _PARTS
                if function.name not in words and not part_of_network:
                    continue
                for each in function.misconceptions:
                    named = Named(id=each.code, title=each.title, hint=each.hint)
                    for formula in (each.formula, *each.alike):
                        yield named, f"{exercise.name}.{function.name}", formula

    def _spoken_of(self, text: str) -> set[str]:
        """The words of a quantity, and of those that it is named after."""
        words: set[str] = set()
        waiting = {text}
        while waiting:
            found = set(_WORD.findall(waiting.pop())) - words
            words |= found
            waiting |= {self.lets[name] for name in found if name in self.lets}
        return words

    @property
    def longest(self) -> int:
        """The largest number of steps that any quantity so far asked for."""
        return max((network.longest for network in self.networks.values()), default=0)

    def _functions(self) -> dict[str, Any]:
        """Every function by its name where only one exercise has it, and by its full name."""
        found: dict[str, Any] = {}
        taken: dict[str, list[str]] = {}
        for exercise in self.exercises.values():
            found[exercise.name] = _Exercise(self, exercise, self.networks.get(exercise.name))
            for name in exercise.functions:
                taken.setdefault(name, []).append(exercise.name)
        for name, owners in taken.items():
            if len(owners) == 1 and name not in found:
                function = self.exercises[owners[0]].functions[name]
                found[name] = self.callable(owners[0], function)
        return {**found, **{name: found[name] for name in self.exercises}}

    def callable(self, exercise: str, function: Function) -> Callable[..., Any]:
        """The function as quantities call it."""
        full_name = f"{exercise}.{function.name}"

        def called(*arguments: Any, **keywords: Any) -> Any:
            formula = self.exchanged.get(full_name, function.formula)
            return call(function, formula, arguments, keywords)

        return called

    def _formulas(self, worked: Worked) -> Any:
        """The mathematics of a worked network; the exercise `backprop` is about two sigmoid layers."""
        formulas = formulas_of(self.exercises)
        if is_two_layer_sigmoid(worked):
            for function, part in _PARTS.items():
                if f"backprop.{function}" in self.exchanged:
                    formulas = formulas._replace(**{part: self.exchanged[f"backprop.{function}"]})  # type: ignore[arg-type]
        return formulas


class _Exercise:
    """An exercise's name in a quantity: softmax.log_softmax, backprop.worked, or a function."""

    def __init__(self, quantities: Quantities, exercise: Exercise, network: Network | None):
        self._quantities, self._exercise, self._network = quantities, exercise, network

    def part(self, name: str) -> Any:
        if name == "worked" and self._network is not None:
            return self._network.part(name)
        if name not in self._exercise.functions:
            raise UsageError(f"{self._exercise.name} has no function {name!r}")
        return self._quantities.callable(self._exercise.name, self._exercise.functions[name])

    def __call__(self, *arguments: Any, **keywords: Any) -> Any:
        return self.part(self._exercise.name)(*arguments, **keywords)


def is_two_layer_sigmoid(worked: Worked) -> bool:
    """Whether it is a network of the kind that the exercise backprop is about."""
    return (
        worked.activations == ("sigmoid", "sigmoid")
        and worked.loss == "half_sse"
        and set(worked.parameters) == {"W1", "b1", "W2", "b2"}
    )


def hull(interval: Interval) -> Any:
    """One ball: at a kink around all subgradients."""
    return interval.low if interval.low is interval.high else interval.low.union(interval.high)


def span(interval: Interval) -> tuple[Fraction, Fraction]:
    """The least and the greatest number that it may be."""
    return bounds(interval.low)[0], bounds(interval.high)[1]


def variables_named(names: tuple[str, ...]) -> dict[str, Expression]:
    """A fresh input for each name."""
    return {name: new_input() for name in names}
