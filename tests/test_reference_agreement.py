"""SymPy, balls, torch's autograd and finite differences give the same values and the same slopes."""

from importlib.util import find_spec
from typing import Any

import initializers_samples
import losses_samples
import network_samples
import numpy as np
import optimizers_samples
import pytest
import regression_samples
import sympy
from flint import arb, ctx
from regularization_samples import ARGUMENTS
from students import EXERCISES, FUNCTIONS
from test_reference_certified import NETWORK_ARGUMENTS

from nncheck.reference.answer import Solver
from nncheck.reference.balls import certified
from nncheck.reference.symbolic import to_sympy
from nncheck.reference.trace import Trace, numbers, trace
from nncheck.spec.derivative import partials
from nncheck.spec.exercise import Function
from nncheck.spec.expression import Expression
from nncheck.spec.trees import leaves, map_leaves

POINTS = {"x": 0.7, "alpha": 0.2, "z": np.array([0.5, -1.25, 2.0])}
DIGITS = 25
SAMPLES: dict[str, dict[str, tuple[Any, ...]]] = {
    "backprop": {**NETWORK_ARGUMENTS, **network_samples.DEEP_ARGUMENTS},
    "layers": network_samples.LAYERS_ARGUMENTS,
    "gradient_flow": network_samples.FLOW_ARGUMENTS,
    "regression": regression_samples.ARGUMENTS,
    "regularization": ARGUMENTS,
    "losses": losses_samples.ARGUMENTS,
    "initializers": initializers_samples.ARGUMENTS,
    "optimizers": optimizers_samples.ARGUMENTS,
}
# shapes and counts are whole numbers: there is nothing to differentiate in
OF_WHOLE_NUMBERS = ("zeros", "ones", "iterations_per_epoch")
SLOPED = [row for row in FUNCTIONS if row[1] not in OF_WHOLE_NUMBERS]
# the gradients of the network are trees too large for sympy.diff; they have a test of their own
TOO_LARGE = ("backward", "train_step", "deep_backward", "gradient_norms", "train")
DIFFERENTIATED = [row for row in SLOPED if row[1] not in TOO_LARGE]
# numpy fills the arrays of the initializers: torch would compute nothing else, and is not asked
COMPARED = [row for row in FUNCTIONS if row[0] != "initializers"]
needs_torch = pytest.mark.skipif(
    find_spec("torch") is None, reason="torch is not installed; make test installs it"
)


def each_of(rows: list[tuple[str, str]]) -> pytest.MarkDecorator:
    """One test for each of these functions."""
    return pytest.mark.parametrize(("exercise", "name"), rows, ids=[f"{e}.{n}" for e, n in rows])


def arguments_of(exercise: str, function: Function) -> tuple[Any, ...]:
    """A generic point: away from every kink, and without symmetries."""
    if exercise in SAMPLES:
        return SAMPLES[exercise][function.name]
    return tuple(POINTS[name] for name in function.domain)


def weighted(traced: Trace) -> Expression:
    """One number that depends on every output with a weight of its own."""
    return sum(
        (node * (1 + index % 5) for index, node in enumerate(traced.outputs)), start=traced.outputs[0] * 0
    )


def value(output: Expression, traced: Trace, at: list[Any]) -> Any:
    """The certified value of one output at exact inputs."""
    inputs = {node.order: number for node, number in zip(traced.inputs, at, strict=True)}
    return certified([output], inputs)[0].low


def same(a: Any, b: Any, digits: int = DIGITS) -> bool:
    """Equal to so many digits."""
    ctx.prec = 256
    return bool(abs(a - b) <= (1 + abs(b)) * arb(10) ** -digits)


@each_of(FUNCTIONS)
def test_sympy_and_balls_agree(exercise: str, name: str) -> None:
    """Every output, computed by SymPy in 50-digit numbers, is the certified one."""
    function = EXERCISES[exercise].functions[name]
    arguments = arguments_of(exercise, function)
    traced, point = trace(function.formula, arguments), numbers(arguments)
    given = {
        node.order: sympy.Float(sympy.Rational(number), 50)
        for node, number in zip(traced.inputs, point, strict=True)
    }
    for output, theirs in zip(traced.outputs, to_sympy(traced.outputs, given), strict=True):
        assert same(value(output, traced, point), arb(str(sympy.N(theirs, 50))))


@each_of(DIFFERENTIATED)
def test_sympy_diff_and_the_graph_agree(exercise: str, name: str) -> None:
    """Derivatives by our pass through the graph are those that sympy.diff finds in the formula."""
    function = EXERCISES[exercise].functions[name]
    arguments = network_samples.NARROW_ARGUMENTS.get(name) or arguments_of(exercise, function)
    traced, point = trace(function.formula, arguments), numbers(arguments)
    slopes = partials(weighted(traced), traced.inputs)
    assert slopes
    for slope, theirs in zip(slopes, sympy_slopes(weighted(traced), traced, point), strict=True):
        assert same(value(slope, traced, point), theirs)


def test_backward_is_sympy_diff_of_the_loss() -> None:
    """The network's gradients are what sympy.diff makes of the formulas of loss and forward."""
    functions = EXERCISES["backprop"].functions
    x, t, params = NETWORK_ARGUMENTS["backward"]
    traced = trace(
        lambda x, p: functions["loss"].formula(functions["forward"].formula(x, p)["a2"], t), (x, params)
    )
    theirs = sympy_slopes(traced.outputs[0], traced, numbers((x, params)))[x.size :]
    ours = trace(functions["backward"].formula, (x, t, params))
    order = {path: leaf for path, leaf in leaves(ours.answer)}
    nodes = [node for name in params for node in order[name].flat]
    assert all(
        same(value(node, ours, numbers((x, t, params))), each)
        for node, each in zip(nodes, theirs, strict=True)
    )


def sympy_slopes(output: Expression, traced: Trace, point: list[float]) -> list[Any]:
    """The derivative of `output` in every input, by sympy.diff."""
    symbols = sympy.symbols(f"v:{len(point)}", real=True)
    (formula,) = to_sympy(
        [output], {node.order: symbol for node, symbol in zip(traced.inputs, symbols, strict=True)}
    )
    at = {symbol: sympy.Rational(number) for symbol, number in zip(symbols, point, strict=True)}
    return [arb(str(sympy.diff(formula, symbol).evalf(40, subs=at))) for symbol in symbols]


@each_of(SLOPED)
def test_finite_differences_and_balls_agree(exercise: str, name: str) -> None:
    """The slope through the graph is the slope of a secant of length 2e-30."""
    function = EXERCISES[exercise].functions[name]
    arguments = arguments_of(exercise, function)
    traced = trace(function.formula, arguments)
    output, point = weighted(traced), numbers(arguments)
    assert traced.inputs
    for index, slope in enumerate(partials(output, traced.inputs)):
        sides = []
        for sign in (1, -1):
            ctx.prec = 1024
            moved = [
                arb(number) + (sign * arb(10) ** -30 if place == index else 0)
                for place, number in enumerate(point)
            ]
            sides.append(value(output, traced, [exact_ball(each) for each in moved]))
        ctx.prec = 1024
        secant = (sides[0] - sides[1]) / (2 * arb(10) ** -30)
        assert same(secant, value(slope, traced, point))


def exact_ball(ball: Any) -> Any:
    """The middle of a ball, as an exact number."""
    return ball.mid()


@needs_torch
@each_of(COMPARED)
def test_torch_and_balls_agree(exercise: str, name: str) -> None:
    """torch's own function (for a gradient: its autograd) is within both sides' rounding errors."""
    from nncheck.reference.torch_live import torch_answer  # torch takes a second

    function = EXERCISES[exercise].functions[name]
    arguments = map_leaves(
        lambda leaf: np.asarray(leaf) if leaf is POINTS["x"] else leaf, arguments_of(exercise, function)
    )
    exact, tolerance, _, _ = Solver(function).answer(arguments, "float64")
    theirs = dict(leaves(torch_answer(function, arguments)))
    for (path, ours), (_, allowed) in zip(leaves(exact), leaves(tolerance), strict=True):
        assert theirs[path].shape == ours.shape
        assert (np.abs(theirs[path] - ours) <= allowed).all()


FORWARDS = [("activations", name) for name in ("sigmoid", "tanh", "relu", "gelu", "identity", "prelu")]
FORWARDS += [
    ("softmax", "softmax"),
    ("softmax", "log_softmax"),
    ("backprop", "forward"),
    ("backprop", "loss"),
    ("regularization", "l2_penalty"),
    ("losses", "half_sse"),
    ("losses", "bce_with_logits"),
    ("optimizers", "newton"),
    ("optimizers", "bfgs_update"),
]


@needs_torch
@each_of(FORWARDS)
def test_autograd_and_the_graph_agree(exercise: str, name: str) -> None:
    """The slopes of torch's own functions are ours; its other counterparts come from autograd already."""
    import torch  # torch takes a second

    function = EXERCISES[exercise].functions[name]
    assert function.torch is not None
    arguments = arguments_of(exercise, function)
    tensors = map_leaves(lambda leaf: torch.tensor(leaf, dtype=torch.float64, requires_grad=True), arguments)
    outputs = torch.cat([leaf.reshape(-1) for _, leaf in leaves(function.torch(torch, *tensors))])
    weights = torch.tensor([1.0 + index % 5 for index in range(len(outputs))], dtype=torch.float64)
    slopes = torch.autograd.grad(outputs @ weights, [leaf for _, leaf in leaves(tensors)])
    traced = trace(function.formula, arguments)
    ours = [
        float(value(each, traced, numbers(arguments))) for each in partials(weighted(traced), traced.inputs)
    ]
    assert np.allclose(
        np.concatenate([slope.numpy().ravel() for slope in slopes]), ours, rtol=1e-13, atol=1e-15
    )
