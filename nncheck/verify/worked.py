"""A worked example, as an instructor writes it down -> its network, step after step, as exact graphs.

The values after n steps are balls; every other quantity is a graph over them, with gradients derived
by `nncheck.spec.gradient`.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, NamedTuple

import numpy as np
from flint import arb, fmpq

from nncheck.errors import UsageError, unknown_name
from nncheck.reference.balls import enclosed
from nncheck.spec import Exercise, gradient
from nncheck.spec.expression import Expression, constant, new_input, reachable

MOST_STEPS = 100_000
PER_NEURON, SHARED, FROZEN = "per neuron", "shared", "frozen"
BIAS_RULES = (PER_NEURON, SHARED, FROZEN)

Parameters = dict[str, Any]
Step = Callable[[Any, Any, Parameters, Any], Parameters]


class Worked(NamedTuple):
    """What is written down. Weights are (out, in); there is an activation for each layer."""

    name: str
    inputs: Any
    targets: Any
    parameters: Parameters  # W1, b1, W2, ...; without any b where there are no biases
    activations: tuple[str, ...]
    loss: str
    learning_rate: Fraction
    biases: str = PER_NEURON
    steps: int = 1

    @property
    def depth(self) -> int:
        return len(self.activations)


class Formulas(NamedTuple):
    """Whose mathematics a network follows; a misconception exchanges some of it."""

    activations: Mapping[str, Callable[..., Any]]
    losses: Mapping[str, Callable[..., Any]]
    forward: Callable[..., Any] | None = None
    loss: Callable[..., Any] | None = None
    backward: Callable[..., Any] | None = None
    step: Callable[..., Any] | None = None


def formulas_of(exercises: Mapping[str, Exercise]) -> Formulas:
    """Activations and losses by name, from the exercises that teach them."""
    activations = {name: function.formula for name, function in exercises["activations"].functions.items()}
    softmax = exercises["softmax"].functions["softmax"].formula
    losses = {name: function.formula for name, function in exercises["losses"].functions.items()}
    wanted = {name: formula for name, formula in activations.items() if not name.endswith("_grad")}
    return Formulas(
        {**wanted, "softmax": softmax},
        {name: formula for name, formula in losses.items() if not name.endswith("_grad")},
    )


class Network:
    """A worked example whose values can be asked for: `part` is what stands behind a dot."""

    def __init__(self, worked: Worked, formulas: Formulas):
        self.worked, self.formulas = worked, formulas
        self._states: dict[int, State] = {}
        self._balls: dict[tuple[int, int], list[Any]] = {}
        self._compiled: tuple[list[Expression], list[Expression], list[Expression]] | None = None
        for name in worked.activations:
            if name not in formulas.activations:
                raise unknown_name("activation", name, formulas.activations)
        if worked.loss not in formulas.losses:
            raise unknown_name("loss", worked.loss, formulas.losses)

    def part(self, name: str) -> Any:
        """`worked` is the network before its first step; `after` the parameters after it, or after(n)."""
        if name != "worked":
            raise unknown_name(f"part of {self.worked.name}", name, ["worked"])
        return self.state(0)

    def state(self, steps: int) -> "State":
        """The network after so many steps."""
        allowed = self.worked.steps
        if not 0 <= steps <= allowed:
            raise UsageError(f"{self.worked.name} makes {allowed} steps; set steps = {steps} to ask for more")
        if steps not in self._states:
            self._states[steps] = State(self, steps)
        return self._states[steps]

    @property
    def longest(self) -> int:
        """The largest number of steps that was asked for."""
        return max(self._states, default=0)

    def inputs(self, orders: set[int], bits: int) -> dict[int, Any]:
        """The balls of the parameters, by order, of every state that has some of `orders`."""
        return {
            node.order: ball
            for steps, state in self._states.items()
            if any(node.order in orders for node in state.nodes)
            for node, ball in zip(state.nodes, self._after(steps, bits), strict=True)
        }

    def _after(self, steps: int, bits: int) -> list[Any]:
        known = max((n for n, b in self._balls if b == bits and n <= steps), default=None)
        if known is None:
            numbers = [number for part in self.worked.parameters.values() for number in part.flat]
            balls, known = [arb(fmpq(each.numerator, each.denominator)) for each in numbers], 0
        else:
            balls = self._balls[known, bits]
        for step in range(known, steps):
            if step == steps - 1:  # it is asked for where somebody has counted wrongly
                self._balls[step, bits] = balls
            balls = self._stepped(balls, bits)
        self._balls[steps, bits] = balls
        return balls

    def _stepped(self, balls: list[Any], bits: int) -> list[Any]:
        if self._compiled is None:
            start = State(self, 0)
            outputs = [constant(each) for part in start.after.values() for each in part.flat]
            self._compiled = start.nodes, outputs, reachable(outputs)
        inputs, outputs, nodes = self._compiled
        given = {node.order: ball for node, ball in zip(inputs, balls, strict=True)}
        values = enclosed(nodes, given, bits)
        return [values[node.order] for node in outputs]


class State:
    """A network at one moment. Its parameters are inputs of every graph here."""

    def __init__(self, network: Network, steps: int):
        self.network, self.worked, self.steps = network, network.worked, steps
        self.parameters = {name: _fresh(part.shape) for name, part in self.worked.parameters.items()}
        self.nodes = [node for part in self.parameters.values() for node in part.flat]
        self._forward: dict[str, Any] | None = None

    def part(self, name: str) -> Any:
        """A value by its name: z1, a1, outputs, loss, grads, W1, after..."""
        if name in self.parameters:
            return self.parameters[name]
        forward = self.forward
        if name in forward:
            return forward[name]
        parts: dict[str, Callable[[], Any]] = {
            "outputs": lambda: forward[f"a{self.worked.depth}"],
            "inputs": lambda: self.worked.inputs,
            "targets": lambda: self.worked.targets,
            "learning_rate": lambda: self.worked.learning_rate,
            "loss": lambda: self.loss,
            "losses": lambda: [self.network.state(n).loss for n in range(self.steps, self.worked.steps + 1)],
            "loss_after": lambda: lambda steps: _After(self)(steps).loss,
            "grads": lambda: self.grads,
            "after": lambda: _After(self),
            "parameters": lambda: sum(part.size for part in self.parameters.values()),
        }
        if name not in parts:
            raise unknown_name(
                f"part of {self.worked.name}.worked", name, [*parts, *forward, *self.parameters]
            )
        return parts[name]()

    @property
    def forward(self) -> dict[str, Any]:
        """z1, a1, z2, ... of this moment."""
        if self._forward is None:
            self._forward = self._computed_forward()
        return self._forward

    def _computed_forward(self) -> dict[str, Any]:
        formulas, worked = self.network.formulas, self.worked
        if formulas.forward is not None:
            return dict(formulas.forward(worked.inputs, dict(self.parameters)))
        values: dict[str, Any] = {}
        a = worked.inputs
        for layer, activation in enumerate(worked.activations, start=1):
            z = a @ self.parameters[f"W{layer}"].T
            if f"b{layer}" in self.parameters:
                z = z + self.parameters[f"b{layer}"]
            values[f"z{layer}"] = z
            a = values[f"a{layer}"] = applied(formulas.activations[activation], activation, z)
        return values

    @property
    def loss(self) -> Any:
        formula = self.network.formulas.loss or self.network.formulas.losses[self.worked.loss]
        return formula(self.forward[f"a{self.worked.depth}"], self.worked.targets)

    @property
    def grads(self) -> dict[str, Any]:
        """Of the loss, in every parameter, and in every z and a. A shared bias has one number."""
        formulas = self.network.formulas
        if formulas.backward is not None:
            found = dict(formulas.backward(self.worked.inputs, self.worked.targets, dict(self.parameters)))
        else:
            found = {**gradient(self.loss, self.parameters), **gradient(self.loss, self.forward)}
        if self.worked.biases == SHARED:
            found = {name: part.sum() if name[0] == "b" else part for name, part in found.items()}
        return found

    @property
    def after(self) -> Parameters:
        """The parameters after one more step, all of them updated at the same time."""
        worked, formulas = self.worked, self.network.formulas
        if formulas.step is not None:
            moved = formulas.step(worked.inputs, worked.targets, dict(self.parameters), worked.learning_rate)[
                0
            ]
            new = {name: moved[name] for name in self.parameters}
        else:
            grads = {**self.grads, **gradient(self.loss, self.parameters)}
            new = {name: part - worked.learning_rate * grads[name] for name, part in self.parameters.items()}
        return {name: self._ruled(name, part, new[name]) for name, part in self.parameters.items()}

    def _ruled(self, name: str, old: Any, new: Any) -> Any:
        """What the rule for biases makes of a step in which every neuron has its own."""
        if name[0] != "b" or self.worked.biases == PER_NEURON:
            return new
        return old if self.worked.biases == FROZEN else old + (new - old).sum()


class _After:
    """The parameters after one step; called with n, the whole network after n."""

    def __init__(self, state: State):
        self._state = state

    def part(self, name: str) -> Any:
        return self(1).part(name)

    def __call__(self, steps: int) -> State:
        if not isinstance(steps, int):
            raise UsageError("after(n) counts whole steps")
        return self._state.network.state(self._state.steps + steps)


def applied(formula: Callable[..., Any], name: str, z: Any) -> Any:
    """An activation on an array: softmax on its rows, any other on each entry."""
    if name == "softmax":
        return formula(z)
    return np.frompyfunc(formula, 1, 1)(z)


def _fresh(shape: tuple[int, ...]) -> Any:
    array = np.empty(shape, dtype=object)
    array.reshape(-1)[:] = [new_input() for _ in range(array.size)]
    return array
