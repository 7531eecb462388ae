"""What notes claim of initial weights, measured on our own laws, and shown symbolically."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import sympy
from students import function_named

from nncheck.authoring.sampling import sample
from nncheck.reference.floats import in_floats
from nncheck.reference.symbolic import to_sympy
from nncheck.spec import gradient, tanh, total
from nncheck.spec.derivative import partials
from nncheck.spec.expression import Expression, new_input, reachable

WIDTH, DEPTH, SAMPLES = 400, 12, 200
GAIN_OF_TANH = 5 / 3


def weights(name: str, rng: np.random.Generator, *others: float) -> Any:
    """A square layer's weights by the law of an initializer; square, so that only the law counts."""
    return sample(function_named(name).formula(WIDTH, WIDTH, None, *others), rng)


def variances(make: Callable[[np.random.Generator], Any], activation: Callable[[Any], Any]) -> list[float]:
    """The mean square of the activations, layer by layer."""
    rng = np.random.default_rng(8)
    x = rng.standard_normal((SAMPLES, WIDTH))
    found = []
    for _ in range(DEPTH):
        x = activation(x @ make(rng).T)
        found.append(float(np.mean(x**2)))
    return found


def relu(x: Any) -> Any:
    """Half of the inputs are lost."""
    return np.maximum(x, 0)


@pytest.mark.parametrize("name", ["kaiming_normal", "kaiming_uniform"])
def test_kaiming_keeps_the_variance_through_relu(name: str) -> None:
    """The mean square stays what it was, give or take a factor of two, through twelve layers."""
    found = variances(lambda rng: weights(name, rng), relu)
    assert all(0.5 < each < 2 for each in found)


@pytest.mark.parametrize("name", ["xavier_normal", "xavier_uniform"])
def test_xavier_keeps_the_variance_through_tanh(name: str) -> None:
    """With the gain 5/3 it settles: from the fourth layer on it changes by less than a tenth."""
    found = variances(lambda rng: weights(name, rng, GAIN_OF_TANH), np.tanh)
    assert found[-1] > 0.2
    assert found[3] == pytest.approx(found[-1], rel=0.1)


def test_xavier_loses_half_of_the_variance_in_each_relu_layer() -> None:
    """Without the factor for ReLU a twelfth layer sees a thousandth or less."""
    found = variances(lambda rng: weights("xavier_normal", rng, 1.0), relu)
    assert found[-1] < 1.5 * 2.0**-DEPTH


@pytest.mark.parametrize(("std", "least", "most"), [(0.01, 0, 1e-6), (0.5, 0.9, 1)])
def test_other_sizes_lose_the_signal_or_saturate(std: float, least: float, most: float) -> None:
    """Too small: tanh layers go silent. Too large: nearly every neuron sits at -1 or 1."""
    found = variances(lambda rng: std * rng.standard_normal((WIDTH, WIDTH)), np.tanh)
    assert least <= found[-1] <= most


# --- symmetry -----------------------------------------------------------------------------------


def network(entries: Callable[[], Expression]) -> Any:
    """A network 3-4-2 with tanh: its first weights, loss, input and target; `entries` makes the weights."""
    x, t = ([new_input() for _ in range(n)] for n in (3, 2))
    W1, W2 = (
        np.array([[entries() for _ in range(columns)] for _ in range(rows)], dtype=object)
        for rows, columns in ((4, 3), (2, 4))
    )
    hidden = np.array([tanh(each) for each in W1 @ np.array(x, dtype=object)])
    error = W2 @ hidden - np.array(t, dtype=object)
    loss = total(error * error) / 2
    return W1, loss.item() if isinstance(loss, np.ndarray) else loss, x, t


def test_equal_weights_have_equal_gradients() -> None:
    """Symbolically, for any constant, input and target: the neurons of a layer cannot become different."""
    # One input for each weight, so that the gradient is taken in each, and all of them then set to c.
    W1, loss, x, t = network(new_input)
    found = gradient(loss, W1)
    c = sympy.Symbol("c", real=True)
    named = {node.order: sympy.Symbol(f"x{i}", real=True) for i, node in enumerate((*x, *t))}
    rows = [to_sympy(list(row), _all_inputs(loss, c) | named) for row in found]
    assert rows[0] != [0, 0, 0]
    for row in rows[1:]:
        assert [sympy.simplify(one - other) for one, other in zip(rows[0], row, strict=True)] == [0, 0, 0]


def _all_inputs(loss: Any, value: Any) -> dict[int, Any]:
    """Every input of a graph, at one value."""
    return {each.order: value for each in reachable([loss]) if each.operation == "input"}


def test_different_weights_have_different_gradients() -> None:
    """The same network with random weights: no two neurons have the same gradient."""
    W1, loss, *_ = network(new_input)
    found = partials(loss, list(W1.flat))
    rng = np.random.default_rng(0)
    inputs = {order: float(rng.standard_normal()) for order in _all_inputs(loss, 0)}
    rows = np.array(in_floats(found, inputs, "float64")).reshape(W1.shape)
    assert len(np.unique(rows.round(9), axis=0)) == len(rows)
