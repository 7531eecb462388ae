"""Quantities: what text may say, what it comes to, and that nothing of it is ever run."""

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from nncheck.errors import UsageError
from nncheck.spec import load_exercises
from nncheck.verify.claims_file import parsed
from nncheck.verify.data import least_squares, make_regression
from nncheck.verify.printed import Agreement, agreement, bounds, parse
from nncheck.verify.quantities import Quantities

EXERCISES = load_exercises()
WORKED = """
[worked.notes]
inputs = [0.05, 0.10]
targets = [0.01, 0.99]
W1 = [[0.15, 0.20], [0.25, 0.30]]
b1 = [0.35, 0.35]
W2 = [[0.40, 0.45], [0.50, 0.55]]
b2 = [0.60, 0.60]
activations = ["sigmoid", "sigmoid"]
loss = "half_sse"
learning_rate = 0.5
biases = "{biases}"
steps = 20

[worked.deep]
inputs = [[0.5, -1.0, 0.25], [1.5, 0.75, -0.5]]
targets = [[1, 0], [0, 1]]
W1 = [[0.1, -0.2, 0.3], [-0.5, 0.6, 0.7]]
W2 = [[0.2, -0.4], [0.6, 0.8], [-0.1, 0.3]]
b2 = [0.1, -0.2, 0.3]
W3 = [[0.7, -0.9, 1.3], [-1.1, 0.4, 0.6]]
activations = ["tanh", "relu", "softmax"]
loss = "cross_entropy"
learning_rate = 0.25
steps = 3
"""


def quantities(biases: str = "per neuron", **lets: str) -> Quantities:
    """Two worked networks and some names."""
    worked = parsed("worked.toml", WORKED.replace("{biases}", biases)).worked
    return Quantities(EXERCISES, worked, lets)


def rounds_to(text: str, printed: str, **where: Any) -> bool:
    """Whether a quantity is what is printed."""
    value = quantities(**where).value(text).item()
    return agreement(parse(printed), value) is Agreement.ROUNDING


VALUES = [
    ("softmax([3, 1, 0.2])[1]", "0.113142841"),
    ("softmax(z=[[1, 2], [3, 4]])[1,0]", "0.268941421369995"),
    ("sigmoid_grad(6)", "0.002466509291"),
    ("sigmoid([0, 1])[-1]", "0.7310585786"),
    ("activations.sigmoid(1) - sigmoid(1)", "0"),
    ("leaky_relu(-2, 0.5)", "-1"),
    ("prelu_grad(-2, 0.5)[1]", "-2"),
    ("sqrt(2) ** 3", "2.828427"),
    ("2 ** -1", "0.5"),
    ("4 ** 0.5", "2.00000"),
    ("1 / 3", "0.33333333333333333333333333333"),
    ("0.1 + 0.2 - 0.3", "0.0000000000000000000000000000000000000000"),
    ("sum([1, 2, 3]) / len([1, 2, 3])", "2"),
    ("mean([[1, 2], [3, 6]])", "3"),
    ("max(1, -2, 0.5) + min([4, 3])", "4"),
    ("abs(-2) + [1, 2] @ [3, 4]", "13"),
    ("[[1, 2], [3, 4]].T[0,1]", "3"),
    ("mse([1, 2], [0, 0])", "2.5"),
    ("iterations_per_epoch(100, 16)", "7"),
    ("make_regression(100, 10, 14.5, 0).coefficient", "42.38550486"),
    ("make_regression(100, 10, 14.5, 0).mse", "114.1715"),
    ("notes.worked.outputs[0]", "0.7513650696"),
    ("notes.worked.grads.W2[1,0]", "-0.02260254048"),
    ("notes.worked.grads.z2[0]", "0.138498561628556966"),
    ("notes.worked.grads.a1[0]", "0.0363503063931446781"),
    ("notes.worked.after.b1[1]", "0.3450228726"),
    ("notes.worked.loss_after(1)", "0.280471446791"),
    ("notes.worked.losses[0] - notes.worked.loss", "0.0000000000"),
    ("notes.worked.after(2).after(1).loss - notes.worked.loss_after(3)", "0.000000000000"),
    ("notes.worked.parameters", "12"),
    ("sum(deep.worked.outputs[0])", "1.000000"),
]


@pytest.mark.parametrize(("text", "printed"), VALUES)
def test_values(text: str, printed: str) -> None:
    """A quantity has the value that its text says, exactly."""
    assert rounds_to(text, printed)


def test_rules_for_biases() -> None:
    """Biases are updated for each neuron, shared by a layer, or not at all."""
    assert rounds_to("notes.worked.loss_after(1)", "0.291027773694", biases="frozen")
    assert rounds_to("notes.worked.loss_after(1)", "0.285750886699", biases="shared")
    assert rounds_to("notes.worked.grads.b2", "0.100400325112", biases="shared")
    assert rounds_to("notes.worked.after.b1[0]", "0.340637195303", biases="shared")


def test_a_deep_network_follows_finite_differences() -> None:
    """Gradients of three layers with a batch, some biases and cross-entropy are slopes of the loss."""

    def loss(shift: str) -> float:
        worked = parsed(
            "w.toml", WORKED.replace("{biases}", "frozen").replace("-0.2, 0.3], [-0.5", shift)
        ).worked
        return float(Quantities(EXERCISES, worked).value("deep.worked.loss").item().mid())

    slope = (loss("-0.199999, 0.3], [-0.5") - loss("-0.200001, 0.3], [-0.5")) / 2e-6
    found = float(quantities().value("deep.worked.grads.W1[0,1]").item().mid())
    assert abs(slope - found) < 1e-9
    moved = float(quantities().value("deep.worked.after.W1[0,1]").item().mid())
    assert abs(moved - (-0.2 - 0.25 * found)) < 1e-15


def test_names_for_quantities() -> None:
    """[let] names quantities, and what nobody speaks of is not computed."""
    found = quantities(z="[3, 1, 0.2]", p="softmax(z)", broken="nonsense(1)")
    assert found.value("p[0] + p[1] + p[2]").item().contains(1)


REFUSED = [
    ("__import__('os').system('true')", "unknown name"),
    ("(1).__class__", "no part"),
    ("[].append(1)", "no part"),
    ("softmax.__init__(1)", "no function"),
    ("lambda: 1", "Lambda"),
    ("[x for x in [1]]", "ListComp"),
    ("1 if 1 else 2", "IfExp"),
    ("f'{1}'", "JoinedStr"),
    ("softmx([1, 2])", "did you mean softmax"),
    ("notes.worked.gradz", "grads"),
    ("notes.worked.W7", "unknown part"),
    ("notes.worked.after(21).loss", "steps"),
    ("notes.worked", "no number"),
    ("sigmoid", "no number"),
    ("sigmoid()", "needs 'x'"),
    ("sigmoid(1, 2)", "do not fit"),
    ("xavier_uniform(3, 4, 1)", "random"),
    ("sigmoid_chain_grad(0, 100000)", "whole number"),
    ("10 ** 10 ** 10", "exponent"),
    ("1e999999999", "bounds"),
    ("1 / 0", "divides by zero"),
    ("softmax([1, 2])[7]", "no such entry"),
    ("3 // 2", "write + -"),
    ("not 1", "only + and -"),
    ("1 +", "cannot be read"),
    ("(" * 500 + "1" + ")" * 500, "cannot be read"),
    ("1" + "+1" * 20000, "characters"),
    ("'word'", "no number"),
    ("'word' * 10 ** 9", "no number"),
    ("[(1, 2)] * 10 ** 9", "no number"),
    ("exp('1e999999999')", "word where a number"),
    ("softmax('1e999999999')", "word where a number"),
    ("relu({'a': 'b'})", "word where a number"),
    ("True", "no number"),
]


@pytest.mark.parametrize(("text", "message"), REFUSED)
def test_what_is_refused(text: str, message: str) -> None:
    """Whatever is no quantity is refused in a sentence that says why."""
    with pytest.raises(UsageError, match=message.replace("+", r"\+")):
        quantities().value(text)


def test_regression_data_is_what_scikit_learn_draws() -> None:
    """The line that fits best is the one that numpy finds, and the numbers are exact."""
    data = make_regression(100, 10, Fraction("14.5"), 0)
    x, y = (data.part(name).astype(float) for name in ("x", "y"))
    w, b = np.linalg.lstsq(np.column_stack([x, np.ones(100)]), y, rcond=None)[0]
    assert abs(float(data.part("w")) - w) < 1e-12
    assert abs(float(data.part("b")) - b) < 1e-12
    assert least_squares(*(np.array([Fraction(each) for each in row]) for row in ([0, 1, 2], [1, 3, 5]))) == {
        "w": 2, "b": 1, "mse": 0,
    }  # fmt: skip


def test_the_step_at_a_kink_is_any_subgradient() -> None:
    """At a kink the value is an interval of subgradients."""
    low, high = bounds(quantities().value("relu_grad(0)").item())
    assert low <= 0
    assert high >= 1
