"""What is known of networks comes out of the exercises layers, gradient_flow and backprop."""

from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

import numpy as np
import pytest
from students import EXERCISES

from nncheck.cases.bundle import Bundle
from nncheck.cases.draws import draw
from nncheck.reference.answer import Solver
from nncheck.reference.balls import Uncertified
from nncheck.spec.trees import leaves

Bundles = Callable[[str], dict[str, Bundle]]

needs_torch = pytest.mark.skipif(
    find_spec("torch") is None, reason="torch is not installed; make test installs it"
)


def case(bundles: Bundles, exercise: str, name: str, called: str) -> Any:
    """One of the fixed cases of a function."""
    return next(each for each in bundles(exercise)[name].cases if each.name == called)


def test_the_notes_network_has_26_parameters(bundles: Bundles) -> None:
    """3-3-2-2 with a bias for every neuron: 9 + 3, 6 + 2 and 4 + 2 numbers."""
    found = case(bundles, "layers", "count_parameters", "notes-float64")
    assert [W.shape for W, _ in found.arguments[0]] == [(3, 3), (2, 3), (2, 2)]
    assert int(found.exact) == 26
    assert found.worked


def test_the_notes_network_gives_probabilities(bundles: Bundles) -> None:
    """A (5, 3) batch through sigmoid, ReLU and softmax gives (5, 2) rows that sum to 1."""
    found = case(bundles, "layers", "mlp_forward", "notes-float64")
    x, layers, activations = found.arguments
    assert x.shape == (5, 3)
    assert activations == ["sigmoid", "relu", "softmax"]
    assert not any(b.any() for _, b in layers)
    assert found.exact.shape == (5, 2)
    assert found.exact.sum(axis=1) == pytest.approx(np.ones(5), rel=1e-15)
    assert (found.exact > 0).all()


@pytest.mark.parametrize("n", range(1, 31))
def test_sigmoid_chains_stay_under_their_bound(n: int) -> None:
    """Up to thirty links the derivative is positive, under 4^-n, and at most a quarter of the one before."""
    solver = Solver(EXERCISES["gradient_flow"].functions["sigmoid_chain_grad"])
    x = np.array([-20.0, -3.0, -0.5, 0.0, 0.25, 2.0, 15.0])
    slopes = solver.answer((x, n), "float64").exact
    longer = solver.answer((x, n + 1), "float64").exact
    assert (slopes > 0).all()
    assert (slopes <= 4.0**-n).all()
    assert (slopes == 4.0**-n).any() == (n == 1)  # only a single link is ever so steep, at x = 0
    assert (longer <= slopes / 4).all()


@needs_torch
@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu", "identity"])
def test_gradient_norms_are_those_of_autograd(activation: str) -> None:
    """On drawn networks the norms are those of torch's gradients, as far as both can be told."""
    import torch  # torch takes a second

    function = EXERCISES["gradient_flow"].functions["gradient_norms"]
    apply = {"identity": lambda z: z}.get(activation) or getattr(torch, activation)
    compared = 0
    for x, weights, _ in draw(function, 11, 30):
        exact, tolerance, _, ordinary = Solver(function).answer((x, weights, activation), "float64")
        parameters = [torch.tensor(W, requires_grad=True) for W in weights]
        a = torch.tensor(x)
        for W in parameters:
            a = apply(a @ W.T)
        a.sum().backward()  # type: ignore[no-untyped-call]
        for W, norm, allowed, usual in zip(parameters, exact, tolerance, ordinary, strict=True):
            assert W.grad is not None
            if usual:
                compared += 1
                assert abs(float(W.grad.norm()) - norm) <= allowed
    assert compared > 15


def test_gradients_vanish_and_explode(bundles: Bundles) -> None:
    """Nine layers of sigmoids shrink the first norm a thousandfold; large weights without them do not."""
    vanishing = case(bundles, "gradient_flow", "gradient_norms", "vanishing-float64").exact
    exploding = case(bundles, "gradient_flow", "gradient_norms", "exploding-float64").exact
    assert len(vanishing) == 9
    assert float(vanishing[0]) < float(vanishing[-1]) / 1000
    assert min(map(float, exploding)) > 1000


def test_two_layers_without_biases_are_the_worked_network() -> None:
    """deep_backward with two matrices gives the gradients that backward gives with biases of 0."""
    functions = EXERCISES["backprop"].functions
    for x, t, params in draw(functions["backward"], 5, 5):
        plain = {name: value * (name[0] == "W") for name, value in params.items()}
        own = Solver(functions["backward"]).answer((x, t, plain), "float64").exact
        deep = Solver(functions["deep_backward"]).answer((x, t, [params["W1"], params["W2"]]), "float64")
        for name, gradient, allowed in zip(("W1", "W2"), deep.exact, deep.tolerance, strict=True):
            assert (np.abs(gradient - own[name]) <= allowed).all()


def test_no_network_goes_without_a_certified_answer() -> None:
    """Whatever is drawn, dead ReLUs and inputs of 0 included, there is an exact answer."""
    for exercise, name in (
        ("layers", "mlp_forward"),
        ("gradient_flow", "gradient_norms"),
        ("backprop", "deep_backward"),
    ):
        function = EXERCISES[exercise].functions[name]
        for arguments in draw(function, 23, 40, coarse=True):
            try:
                exact = Solver(function).answer(arguments, "float64").exact
            except Uncertified:
                pytest.fail(f"{name} has no certified value at {arguments}")
            assert all(np.isfinite(leaf).all() for _, leaf in leaves(exact))
